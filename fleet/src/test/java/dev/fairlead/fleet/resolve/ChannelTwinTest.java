package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares who sees what, in which order, with a twin that walks every path of the scope graph: parents first, then
 * imports, no scope twice. It keeps the best word of each item, where D is before I is before P.
 */
final class ChannelTwinTest {
    private static final int HOSTS = 4;
    private static final int ENVIRONMENTS = 2;
    private static final List<String> VISIBILITIES = List.of("service", "host", "environment", "fleet");

    @TempDir
    private Path directory;

    /**
     * A fleet whose hosts all emit by one service and read by another.
     *
     * @param environments of each host
     * @param hostImports the hosts that each host imports
     * @param environmentImports whether the first environment imports the second
     * @param visibilities of what each host emits
     */
    private record Shape(
            List<Integer> environments,
            List<List<Integer>> hostImports,
            boolean environmentImports,
            List<Integer> visibilities) {}

    private static Gen<Shape> shapes() {
        Gen<List<Integer>> imports = Gen.ints(0, HOSTS - 1).list(0, 2);
        return Gen.ints(0, ENVIRONMENTS - 1)
                .list(HOSTS, HOSTS)
                .flatMap(environments -> imports.list(HOSTS, HOSTS)
                        .flatMap(hostImports -> Gen.ints(0, 1)
                                .flatMap(linked -> Gen.ints(0, VISIBILITIES.size() - 1)
                                        .list(HOSTS, HOSTS)
                                        .map(visibilities ->
                                                new Shape(environments, hostImports, linked == 1, visibilities)))));
    }

    private static String fleet(Shape shape) {
        var out = new StringBuilder("{ den, ... }: {\n");
        out.append("den.environments.e0.imports = [")
                .append(shape.environmentImports() ? " \"e1\"" : "")
                .append(" ];\n");
        out.append("den.environments.e1 = { };\n");
        for (int host = 0; host < HOSTS; host++) {
            out.append("den.hosts.x86_64-linux.h")
                    .append(host)
                    .append(" = { environment = \"e")
                    .append(shape.environments().get(host))
                    .append("\"; imports = [");
            shape.hostImports()
                    .get(host)
                    .forEach(imported -> out.append(" \"h").append(imported).append('"'));
            out.append(" ]; includes = [ \"emit").append(host).append("\" \"read\" ]; };\n");
            out.append("den.aspects.emit").append(host).append(".pipe = {\n");
            String visibility = VISIBILITIES.get(shape.visibilities().get(host));
            out.append("  a = { channel = \"c\"; visibility = \"")
                    .append(visibility)
                    .append("\"; data = 1; };\n");
            out.append("};\n");
        }
        return out.append("den.aspects.read.nixos = { pipes, ... }: pipes.c;\n}\n")
                .toString();
    }

    private Map<String, List<String>> resolved(String text) {
        Resolution resolution =
                new WrittenFleet(directory).with("fleet.nix", text).resolve();
        var read = new TreeMap<String, List<String>>();
        for (Consumer consumer : Objects.requireNonNull(
                        resolution.coordination().channels().get("c"))
                .consumers()) {
            read.put(consumer.service(), consumer.from());
        }
        return read;
    }

    /** The edges of the scope graph, and where each item is declared. */
    private static final class Twin {
        private final Map<String, String> parents = new HashMap<>();
        private final Map<String, List<String>> imports = new HashMap<>();
        private final Map<String, List<String>> declared = new HashMap<>();

        Twin(Shape shape) {
            parents.put("e0", "fleet");
            parents.put("e1", "fleet");
            if (shape.environmentImports()) {
                imports.put("e0", List.of("e1"));
            }
            for (int host = 0; host < HOSTS; host++) {
                String emitter = "service:emit" + host + "@h" + host;
                List<String> around =
                        List.of(emitter, "h" + host, "e" + shape.environments().get(host), "fleet");
                parents.put(emitter, around.get(1));
                parents.put("service:read@h" + host, around.get(1));
                parents.put(around.get(1), around.get(2));
                imports.put(
                        around.get(1),
                        shape.hostImports().get(host).stream().map(h -> "h" + h).toList());
                for (String scope : around.subList(0, shape.visibilities().get(host) + 1)) {
                    declared.computeIfAbsent(scope, key -> new ArrayList<>()).add(emitter);
                }
            }
        }

        List<String> seen(String reader) {
            var words = new LinkedHashMap<String, String>();
            walk(reader, "", false, new ArrayList<>(), words);
            return words.keySet().stream()
                    .sorted(Comparator.<String, String>comparing(words::get).thenComparing(id -> id))
                    .toList();
        }

        /** Words are spelt so that their order as text is that of paths: D is a, I is b, P is c. */
        private void walk(String at, String word, boolean imported, List<String> on, Map<String, String> words) {
            if (on.contains(at)) {
                return;
            }
            var path = new ArrayList<>(on);
            path.add(at);
            declared.getOrDefault(at, List.of())
                    .forEach(item -> words.merge(item, word + "a", (x, y) -> x.compareTo(y) <= 0 ? x : y));
            imports.getOrDefault(at, List.of()).forEach(next -> walk(next, word + "b", true, path, words));
            String parent = parents.get(at);
            if (!imported && parent != null) {
                walk(parent, word + "c", false, path, words);
            }
        }
    }

    @Test
    void everyServiceReadsWhatAWalkOverAllPathsFindsInTheOrderOfTheirWords() {
        Property.tries(60).check(shapes(), shape -> {
            var twin = new Twin(shape);
            var expected = new TreeMap<String, List<String>>();
            for (int host = 0; host < HOSTS; host++) {
                String reader = "service:read@h" + host;
                expected.put(reader, twin.seen(reader));
            }
            assertThat(resolved(fleet(shape))).isEqualTo(expected);
        });
    }
}
