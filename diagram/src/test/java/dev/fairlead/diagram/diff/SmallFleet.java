package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.testing.Choices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fleet of a few hosts in one environment, as data that can be edited and written down. Each aspect provides a capability
 * of its own and may require others', has a setting, a port, state, an item of a channel that all read, and content that the
 * target decides. Another aspect backs state up.
 *
 * @param aspects by name
 * @param included the aspects of each host
 * @param excluded the aspects that each host keeps out
 * @param settings by layer and aspect: what the layer says
 * @param backends of hosts
 * @param tags of hosts
 * @param keepers hosts with a backup
 * @param watched aspects that a rule marks
 */
record SmallFleet(
        SortedMap<String, Aspect> aspects,
        SortedMap<String, SortedSet<String>> included,
        SortedMap<String, SortedSet<String>> excluded,
        SortedMap<String, SortedMap<String, Integer>> settings,
        SortedMap<String, String> backends,
        SortedMap<String, String> tags,
        SortedSet<String> keepers,
        SortedSet<String> watched) {
    static final String ENVIRONMENT = "env:prod";

    /** @param number tells its capability, for life */
    record Aspect(int number, List<Integer> requires, int port, int item, int content) {
        Aspect on(int other) {
            return new Aspect(number, requires, other, item, content);
        }

        Aspect emitting(int other) {
            return new Aspect(number, requires, port, other, content);
        }

        Aspect saying(int other) {
            return new Aspect(number, requires, port, item, other);
        }
    }

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
            aspects.put("a" + i, new Aspect(i, requires, 1000 + i, 50 + i, i));
        }
        var included = new TreeMap<String, SortedSet<String>>();
        var settings = new TreeMap<String, SortedMap<String, Integer>>();
        var backends = new TreeMap<String, String>();
        var excluded = new TreeMap<String, SortedSet<String>>();
        var tags = new TreeMap<String, String>();
        var keepers = new TreeSet<String>();
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
            var kept = new TreeSet<String>();
            if (choices.below(3) == 0) {
                kept.add("a" + choices.below(count));
            }
            excluded.put("h" + h, kept);
            tags.put("h" + h, "plain");
            if (choices.below(2) == 0) {
                keepers.add("h" + h);
            }
        }
        aspects.keySet().forEach(name -> {
            if (choices.below(2) == 0) {
                settings.computeIfAbsent(ENVIRONMENT, _ -> new TreeMap<>()).put(name, 30);
            }
        });
        var watched = new TreeSet<>(List.of("a" + choices.below(count)));
        return new SmallFleet(aspects, included, excluded, settings, backends, tags, keepers, watched);
    }

    /** A copy that may be edited. */
    SmallFleet copy() {
        var layers = new TreeMap<String, SortedMap<String, Integer>>();
        settings.forEach((layer, values) -> layers.put(layer, new TreeMap<>(values)));
        return new SmallFleet(
                new TreeMap<>(aspects),
                copy(included),
                copy(excluded),
                layers,
                new TreeMap<>(backends),
                new TreeMap<>(tags),
                new TreeSet<>(keepers),
                new TreeSet<>(watched));
    }

    private static SortedMap<String, SortedSet<String>> copy(SortedMap<String, SortedSet<String>> sets) {
        var copy = new TreeMap<String, SortedSet<String>>();
        sets.forEach((host, names) -> copy.put(host, new TreeSet<>(names)));
        return copy;
    }

    boolean isExcludedSomewhere(String aspect) {
        return excluded.values().stream().anyMatch(names -> names.contains(aspect));
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
        var text = new StringBuilder("{ lib, sel, actions, ... }:\n{\n  den.fleet.name = \"small\";\n");
        text.append("""
                  den.rules.watch = {
                    on = "service";
                    condition = s: builtins.elem s.aspect [ %s ];
                    produce = s: actions.tag "watched";
                  };
                  den.aspects.keeper.pipe.kept = { gather = sel.star; channel = "backup-targets"; };
                """.formatted(quoted(watched)));
        text.append("  den.environments.prod = {")
                .append(settingsOf(ENVIRONMENT))
                .append(" };\n");
        included.forEach((host, names) -> text.append("""
                  den.hosts.x86_64-linux.%s = {
                    environment = "prod"; backends.reverse-proxy = "%s"; tags = [ "%s" ];%s
                    includes = [ %s %s ]; excludes = [ %s ];
                  };
                """.formatted(
                        host,
                        backends.get(host),
                        tags.get(host),
                        settingsOf("host:" + host),
                        quoted(names),
                        keepers.contains(host) ? "\"keeper\"" : "",
                        quoted(excluded.getOrDefault(host, new TreeSet<>())))));
        aspects.forEach((name, aspect) -> text.append("""
                  den.aspects.%s = {
                    meta.provides.c%d = { visibility = "environment"; };
                    meta.requires = {%s };
                    settings.x = lib.mkOption { type = lib.types.int; default = 1; };
                    ports.main = %d;
                    pipe.out = { channel = "all"; visibility = "fleet"; data = %d; };
                    state.paths = [ "/var/lib/%d" ];
                    nixos = { pipes, ... }: { items = pipes.all; };
                    homeManager = { pkgs, ... }: [ pkgs.hello %d ];
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
                        aspect.item(),
                        aspect.number(),
                        aspect.content())));
        return text.append("}\n").toString();
    }

    private static String quoted(Collection<String> names) {
        return String.join(" ", names.stream().map(name -> "\"" + name + "\"").toList());
    }

    private String settingsOf(String layer) {
        var text = new StringBuilder();
        settings.getOrDefault(layer, new TreeMap<>())
                .forEach((aspect, value) -> text.append(" settings.%s.x = %d;".formatted(aspect, value)));
        return text.toString();
    }
}
