package dev.fairlead.fleet.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolve.DataText;
import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cascade of whole fleets, compared with a naive one that enumerates every path to every layer. */
final class CascadeTwinTest {
    private static final int ENVIRONMENTS = 4;

    @TempDir
    private Path directory;

    /**
     * A host, its environment and others that import each other, and what each says of one field.
     *
     * @param imports of {@code host:h} and of {@code env:e0} and so on
     * @param says by layer: a list of texts, or nested maps with numbers at the leaves
     */
    private record Case(
            Strategy strategy, Map<String, List<String>> imports, String environment, Map<String, Object> says) {
        /** The fleet in Nix. */
        String text() {
            var out = new StringBuilder();
            for (int i = 0; i < ENVIRONMENTS; i++) {
                scope(out, "den.environments.e" + i, "env:e" + i, "");
            }
            scope(
                    out,
                    "den.hosts.x86_64-linux.h",
                    "host:h",
                    "environment = \"" + environment + "\"; includes = [ \"a\" ];");
            scope(out, "den.fleet", "fleet", "");
            Object fallback = says.get("default");
            out.append("den.aspects.a.settings.f = { merge = \"")
                    .append(strategy.text())
                    .append("\"; type = lib.types.nullOr lib.types.anything;")
                    .append(fallback == null ? "" : " default = " + nix(fallback) + ";")
                    .append(" };");
            return out.toString();
        }

        private void scope(StringBuilder out, String path, String id, String more) {
            out.append(path).append(" = { ").append(more);
            List<String> imported = imports.getOrDefault(id, List.of());
            if (!imported.isEmpty()) {
                out.append(" imports = [ \"")
                        .append(String.join("\" \"", imported))
                        .append("\" ];");
            }
            Object said = says.get(id);
            if (said != null) {
                out.append(" settings.a.f = ").append(nix(said)).append(';');
            }
            out.append(" };\n");
        }

        private static String nix(Object value) {
            return switch (value) {
                case List<?> items -> {
                    var out = new StringBuilder("[");
                    items.forEach(item -> out.append(" \"").append(item).append('"'));
                    yield out.append(" ]").toString();
                }
                case Map<?, ?> map -> {
                    var out = new StringBuilder("{");
                    map.forEach((name, inner) -> out.append(' ')
                            .append(name)
                            .append(" = ")
                            .append(nix(inner))
                            .append(';'));
                    yield out.append(" }").toString();
                }
                default -> value.toString();
            };
        }

        /** The layers in order, by brute force: every path that visits no scope twice, sorted. */
        List<String> order() {
            var paths = new ArrayList<Walk>();
            walk(new Walk("host:h", List.of(), List.of(), List.of("host:h")), paths);
            paths.sort(null);
            var order = new LinkedHashSet<String>();
            paths.forEach(path -> order.add(path.end()));
            order.add("default");
            return List.copyOf(order);
        }

        private void walk(Walk walk, List<Walk> paths) {
            paths.add(walk);
            List<String> imported = imports.getOrDefault(walk.end(), List.of());
            for (int i = 0; i < imported.size(); i++) {
                walk.step("I", i, "env:" + imported.get(i)).ifPresent(next -> walk(next, paths));
            }
            String parent = walk.end().equals("host:h")
                    ? "env:" + environment
                    : walk.end().equals("fleet") ? null : "fleet";
            if (parent != null && !walk.labels().contains("I")) {
                walk.step("P", 0, parent).ifPresent(next -> walk(next, paths));
            }
        }

        /** What the strategy makes of what the layers say. */
        Object value(List<Object> said) {
            return switch (strategy) {
                case REPLACE -> said.getFirst();
                case APPEND ->
                    said.stream().flatMap(each -> ((List<?>) each).stream()).toList();
                case UNIQUE ->
                    List.copyOf(new LinkedHashSet<Object>(said.stream()
                            .flatMap(each -> ((List<?>) each).stream())
                            .toList()));
                case RECURSIVE -> deep(said);
            };
        }

        private static Object deep(List<Object> said) {
            if (!(said.getFirst() instanceof Map)) {
                return said.getFirst();
            }
            var merged = new TreeMap<String, Object>();
            var below = new TreeMap<String, List<Object>>();
            for (Object each : said) {
                if (!(each instanceof Map<?, ?> map)) {
                    break;
                }
                map.forEach((name, value) -> below.computeIfAbsent(name.toString(), _ -> new ArrayList<>())
                        .add(value));
            }
            below.forEach((name, values) -> merged.put(name, deep(values)));
            return merged;
        }
    }

    /** A path as its labels, and the number of each import among those of its scope. */
    private record Walk(String end, List<String> labels, List<Integer> numbers, List<String> seen)
            implements Comparable<Walk> {
        Optional<Walk> step(String label, int number, String to) {
            if (seen.contains(to)) {
                return Optional.empty();
            }
            return Optional.of(new Walk(to, plus(labels, label), plus(numbers, number), plus(seen, to)));
        }

        private static <T> List<T> plus(List<T> list, T last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }

        /** D before I before P, label by label; then the order of declaration. */
        @Override
        public int compareTo(Walk other) {
            String mine = (String.join("", labels) + "D")
                    .replace('D', '0')
                    .replace('I', '1')
                    .replace('P', '2');
            String its = (String.join("", other.labels) + "D")
                    .replace('D', '0')
                    .replace('I', '1')
                    .replace('P', '2');
            if (!mine.equals(its)) {
                return mine.compareTo(its);
            }
            for (int i = 0; i < numbers.size(); i++) {
                if (!numbers.get(i).equals(other.numbers.get(i))) {
                    return Integer.compare(numbers.get(i), other.numbers.get(i));
                }
            }
            return 0;
        }
    }

    private static Gen<Case> cases() {
        return choices -> {
            Strategy strategy = Gen.elements(Strategy.values()).draw(choices);
            Map<String, List<String>> imports = new LinkedHashMap<>();
            imports.put("host:h", environments(choices));
            for (int i = 0; i < ENVIRONMENTS; i++) {
                imports.put("env:e" + i, environments(choices));
            }
            Map<String, Object> says = new LinkedHashMap<>();
            for (String layer : List.of("host:h", "env:e0", "env:e1", "env:e2", "env:e3", "fleet", "default")) {
                if (choices.unless(3)) {
                    says.put(layer, value(strategy, choices));
                }
            }
            String environment = Gen.elements("e0", "e1", "e2", "e3").draw(choices);
            return new Case(strategy, imports, environment, says);
        };
    }

    private static List<String> environments(Choices choices) {
        return List.copyOf(
                new LinkedHashSet<>(Gen.elements("e0", "e1", "e2", "e3").list(2).draw(choices)));
    }

    private static Object value(Strategy strategy, Choices choices) {
        return switch (strategy) {
            case REPLACE, RECURSIVE -> nested(2).draw(choices);
            case APPEND, UNIQUE -> Gen.elements("a", "b", "c").list(3).draw(choices);
        };
    }

    private static Gen<Object> nested(int depth) {
        Gen<Object> leaf = Gen.ints(0, 9).map(number -> (Object) number);
        if (depth == 0) {
            return leaf;
        }
        Gen<Map<String, Object>> map = Gen.maps(Gen.elements("x", "y", "z"), nested(depth - 1), 3);
        return Gen.oneOf(leaf, map.map(TreeMap::new));
    }

    @Test
    void aSettingIsWhatTheNaiveCascadeMakesOfItsLayers() {
        Property.tries(150).check(cases(), one -> {
            List<String> order = one.order();
            List<String> saying = order.stream().filter(one.says()::containsKey).toList();
            Property.assume(!saying.isEmpty());
            SettingFleet fleet = SettingFleet.of(directory, one.text());
            assertThat(fleet.findings()).isEmpty();
            Setting setting = fleet.setting("host:h", "a.f");
            Object expected = one.value(saying.stream()
                    .map(layer -> Objects.requireNonNull(one.says().get(layer)))
                    .toList());
            assertThat(DataText.of(setting.value())).isEqualTo(text(expected));
            assertThat(setting.sources()).extracting(Source::layer).containsExactlyElementsOf(saying);
        });
    }

    @Test
    void everyPartOfAValueComesFromALayerThatSaysItAndNoOtherPartIsEffective() {
        Property.tries(150).check(cases(), one -> {
            Property.assume(one.order().stream().anyMatch(one.says()::containsKey));
            Setting setting = SettingFleet.of(directory, one.text()).setting("host:h", "a.f");
            var effective = new TreeMap<String, String>();
            for (Item item : setting.items()) {
                if (item.effective()) {
                    assertThat(effective.put(item.path(), item.layer())).isNull();
                }
            }
            assertThat(effective.keySet()).isEqualTo(leaves(setting.value()).keySet());
            effective.forEach((path, layer) -> {
                Data whole = setting.sources().stream()
                        .filter(source -> source.layer().equals(layer))
                        .findFirst()
                        .orElseThrow()
                        .value();
                assertThat(leaves(whole).values())
                        .contains(Objects.requireNonNull(leaves(setting.value()).get(path)));
            });
            assertThat(setting.sources().stream().filter(Source::effective)).isNotEmpty();
        });
    }

    private static Map<String, String> leaves(Data data) {
        var leaves = new TreeMap<String, String>();
        switch (data) {
            case Data.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    leaves.put(Integer.toString(i), DataText.of(items.items().get(i)));
                }
            }
            case Data.Fields fields ->
                fields.fields().forEach((name, inner) -> {
                    if (inner instanceof Data.Fields) {
                        leaves(inner).forEach((path, leaf) -> leaves.put(name + "." + path, leaf));
                    } else {
                        leaves.put(name, DataText.of(inner));
                    }
                });
            default -> {}
        }
        return leaves;
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> items -> {
                var texts = new ArrayList<String>();
                items.forEach(item -> texts.add("\"" + item + "\""));
                yield "[" + String.join(" ", texts) + "]";
            }
            case Map<?, ?> map -> {
                var texts = new ArrayList<String>();
                new TreeMap<>(map).forEach((name, inner) -> texts.add(name + "=" + text(inner)));
                yield "{" + String.join(" ", texts) + "}";
            }
            default -> value.toString();
        };
    }
}
