package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.FleetResolver;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.testing.Choices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fleet of a few hosts in one environment, as data that can be edited and written down. Each aspect provides a capability
 * of its own and may require others', has a setting, a port, and an item of a channel that all read.
 *
 * @param aspects by name
 * @param included the aspects of each host
 * @param settings by layer and aspect: what the layer says
 * @param backends of hosts
 */
record SmallFleet(
        SortedMap<String, Aspect> aspects,
        SortedMap<String, SortedSet<String>> included,
        SortedMap<String, SortedMap<String, Integer>> settings,
        SortedMap<String, String> backends) {
    static final String ENVIRONMENT = "env:prod";

    /** @param number tells its capability, for life */
    record Aspect(int number, List<Integer> requires, int port, int item) {}

    static SmallFleet draw(Choices choices) {
        int hosts = 2 + (int) choices.below(2);
        int count = 2 + (int) choices.below(4);
        var aspects = new TreeMap<String, Aspect>();
        for (int i = 0; i < count; i++) {
            var requires = new ArrayList<Integer>();
            for (int other = 0; other < i; other++) {
                if (choices.below(3) == 0) {
                    requires.add(other);
                }
            }
            aspects.put("a" + i, new Aspect(i, requires, 1000 + i, 50 + i));
        }
        var included = new TreeMap<String, SortedSet<String>>();
        var settings = new TreeMap<String, SortedMap<String, Integer>>();
        var backends = new TreeMap<String, String>();
        for (int h = 0; h < hosts; h++) {
            var names = new TreeSet<String>();
            for (String name : aspects.keySet()) {
                if (choices.below(2) == 0) {
                    names.add(name);
                }
                if (choices.below(3) == 0) {
                    settings.computeIfAbsent("host:h" + h, _ -> new TreeMap<>()).put(name, 10 + h);
                }
            }
            included.put("h" + h, names);
            backends.put("h" + h, "nginx");
        }
        aspects.keySet().forEach(name -> {
            if (choices.below(2) == 0) {
                settings.computeIfAbsent(ENVIRONMENT, _ -> new TreeMap<>()).put(name, 30);
            }
        });
        return new SmallFleet(aspects, included, settings, backends);
    }

    /** A copy that may be edited. */
    SmallFleet copy() {
        var hosts = new TreeMap<String, SortedSet<String>>();
        included.forEach((host, names) -> hosts.put(host, new TreeSet<>(names)));
        var layers = new TreeMap<String, SortedMap<String, Integer>>();
        settings.forEach((layer, values) -> layers.put(layer, new TreeMap<>(values)));
        return new SmallFleet(new TreeMap<>(aspects), hosts, layers, new TreeMap<>(backends));
    }

    /** The hosts that include an aspect. */
    List<String> hostsOf(String aspect) {
        return included.entrySet().stream()
                .filter(host -> host.getValue().contains(aspect))
                .map(Map.Entry::getKey)
                .toList();
    }

    Resolution resolved(Path folder) {
        try {
            Files.writeString(folder.resolve("fleet.nix"), text());
            return FleetResolver.resolve(
                    FleetFiles.read(folder, Options.DEFAULT, new Language(Nix::evaluator, Lib::of)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (UnreadableFleetException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private String text() {
        var text = new StringBuilder("{ lib, ... }:\n{\n  den.fleet.name = \"small\";\n");
        text.append("  den.environments.prod = {")
                .append(settingsOf(ENVIRONMENT))
                .append(" };\n");
        included.forEach((host, names) -> text.append("""
                  den.hosts.x86_64-linux.%s = {
                    environment = "prod"; backends.reverse-proxy = "%s";%s
                    includes = [ %s ];
                  };
                """.formatted(
                host,
                backends.get(host),
                settingsOf("host:" + host),
                String.join(" ", names.stream().map(name -> "\"" + name + "\"").toList()))));
        aspects.forEach((name, aspect) -> text.append("""
                  den.aspects.%s = {
                    meta.provides.c%d = { visibility = "environment"; };
                    meta.requires = {%s };
                    settings.x = lib.mkOption { type = lib.types.int; default = 1; };
                    ports.main = %d;
                    pipe.out = { channel = "all"; visibility = "fleet"; data = %d; };
                    nixos = { pipes, ... }: { items = pipes.all; };
                  };
                """.formatted(
                        name,
                        aspect.number(),
                        String.join(
                                "",
                                aspect.requires().stream()
                                        .map(other -> " c" + other + ".cardinality = \"optional\";")
                                        .toList()),
                        aspect.port(),
                        aspect.item())));
        return text.append("}\n").toString();
    }

    private String settingsOf(String layer) {
        var text = new StringBuilder();
        settings.getOrDefault(layer, new TreeMap<>())
                .forEach((aspect, value) -> text.append(" settings.%s.x = %d;".formatted(aspect, value)));
        return text.toString();
    }
}
