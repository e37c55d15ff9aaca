package dev.fairlead.fleet.model;

import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small fleet as data. Environments are {@code e0 ...}, hosts {@code h0 ...}, aspects {@code a0 ...}, capabilities
 * {@code c0 ...}.
 */
record FleetModel(List<Environment> environments, List<Host> hosts, List<Aspect> aspects) {
    private static final int CAPABILITIES = 4;

    /** @param imports names of environments */
    record Environment(String name, List<String> imports, List<String> includes, SortedMap<String, String> bindings) {}

    /** @param imports names of environments and hosts */
    record Host(
            String name,
            @Nullable String environment,
            List<String> imports,
            List<String> includes,
            SortedMap<String, String> bindings,
            SortedMap<String, String> expose) {}

    record Aspect(
            String name,
            SortedMap<String, String> provides,
            SortedMap<String, String> requires,
            List<String> imports,
            List<String> includes) {}

    static Gen<FleetModel> gen() {
        return FleetModel::draw;
    }

    private static FleetModel draw(Choices choices) {
        List<String> environments = names("e", 1 + (int) choices.below(3));
        List<String> hosts = names("h", 1 + (int) choices.below(3));
        List<String> aspects = names("a", 1 + (int) choices.below(6));
        List<String> capabilities = names("c", CAPABILITIES);
        List<String> scopes = new ArrayList<>(environments);
        scopes.addAll(hosts);
        var provided = new ArrayList<>(capabilities);
        provided.addAll(aspects);
        return new FleetModel(
                environments.stream()
                        .map(name -> new Environment(
                                name,
                                some(choices, environments, name),
                                some(choices, aspects, ""),
                                bindings(choices, capabilities, aspects, hosts)))
                        .toList(),
                hosts.stream()
                        .map(name -> new Host(
                                name,
                                choices.chance(4) ? null : pick(choices, environments),
                                some(choices, scopes, name),
                                some(choices, aspects, ""),
                                bindings(choices, capabilities, aspects, hosts),
                                choices.chance(4)
                                        ? map(choices, capabilities, List.of("environment", "fleet"))
                                        : Collections.emptySortedMap()))
                        .toList(),
                aspects.stream()
                        .map(name -> new Aspect(
                                name,
                                map(choices, capabilities, List.of("host", "environment", "fleet", "default")),
                                map(choices, provided, List.of("one", "optional", "many", "some")),
                                choices.chance(4) ? some(choices, scopes, "") : List.of(),
                                choices.chance(3) ? some(choices, aspects, name) : List.of()))
                        .toList());
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static String pick(Choices choices, List<String> from) {
        return from.get((int) choices.below(from.size()));
    }

    private static List<String> some(Choices choices, List<String> from, String without) {
        return from.stream()
                .filter(name -> !name.equals(without) && choices.chance(3))
                .toList();
    }

    private static SortedMap<String, String> map(Choices choices, List<String> keys, List<String> values) {
        var map = new TreeMap<String, String>();
        for (String key : keys) {
            if (choices.chance(3)) {
                map.put(key, pick(choices, values));
            }
        }
        return map;
    }

    private static SortedMap<String, String> bindings(
            Choices choices, List<String> capabilities, List<String> aspects, List<String> hosts) {
        var bindings = new TreeMap<String, String>();
        for (String capability : capabilities) {
            if (choices.chance(8)) {
                String aspect = "service:" + pick(choices, aspects);
                bindings.put(capability, choices.chance(2) ? aspect : aspect + "@" + pick(choices, hosts));
            }
        }
        return bindings;
    }

    /** The fleet as the parts of {@code den}, each one definition in Nix. */
    List<String> definitions() {
        var parts = new ArrayList<String>();
        for (Environment each : environments) {
            parts.add("den.environments.%s = { imports = %s; includes = %s; bindings = %s; };"
                    .formatted(
                            each.name(), list(each.imports()), list(each.includes()), set(each.bindings(), "\"%s\"")));
        }
        for (Host each : hosts) {
            parts.add("den.hosts.x86_64-linux.%s = { %simports = %s; includes = %s; bindings = %s; expose = %s; };"
                    .formatted(
                            each.name(),
                            each.environment() == null ? "" : "environment = \"" + each.environment() + "\"; ",
                            list(each.imports()),
                            list(each.includes()),
                            set(each.bindings(), "\"%s\""),
                            set(each.expose(), "\"%s\"")));
        }
        for (Aspect each : aspects) {
            parts.add("den.aspects.%s = { includes = %s; meta = { imports = %s; provides = %s; requires = %s; }; };"
                    .formatted(
                            each.name(),
                            list(each.includes()),
                            list(each.imports()),
                            set(each.provides(), "{ visibility = \"%s\"; }")
                                    .replace("{ visibility = \"default\"; }", "{ }"),
                            set(each.requires(), "{ cardinality = \"%s\"; late = true; }")));
        }
        return parts;
    }

    private static String list(List<String> names) {
        return names.stream()
                .collect(Collectors.joining("\" \"", "[ \"", "\" ]"))
                .replace("\"\"", "");
    }

    private static String set(SortedMap<String, String> map, String format) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + format.formatted(entry.getValue()) + "; ")
                .collect(Collectors.joining("", "{ ", "}"));
    }

    @Override
    public String toString() {
        return String.join("\n", definitions());
    }
}
