package dev.fairlead.fleet.incremental;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts of fleets in which hosts have to do with each other in every way there is, one file for each host; the same
 * seed gives the same fleet.
 */
final class RandomFleet {
    private static final List<String> ASPECTS = List.of(
            "dns",
            "web",
            "db",
            "app",
            "linked",
            "monitor",
            "backup",
            "disk",
            "told",
            "shy",
            "picky",
            "proxy",
            "labelled",
            "maker");

    /** They would leave hardly a fleet without notes. */
    private static final Set<String> RAREST = Set.of("backup", "picky");

    /** They would leave hardly a host that is only looked at. */
    private static final Set<String> RARE = Set.of("maker", "monitor", "app", "told");

    /** So that hardly a channel is left that nobody emits into or reads. */
    private static final List<String> USERS_OF_CHANNELS =
            List.of("\"watcher\"", "\"web\"", "\"disk\"", "\"labelled\"", "\"backup\"");

    private final SplittableRandom random;
    private final int hosts;
    private final boolean curious;
    private final Map<Integer, Map<String, String>> written = new HashMap<>();
    private final Map<Integer, Set<String>> includes = new HashMap<>();

    RandomFleet(int seed) {
        random = new SplittableRandom(seed);
        hosts = 4 + random.nextInt(6);
        curious = random.nextInt(10) == 0;
    }

    int hosts() {
        return hosts;
    }

    static String file(int host) {
        return "modules/h" + host + ".nix";
    }

    private String one(String... some) {
        return some[random.nextInt(some.length)];
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    /** Everything but the hosts. */
    String others() {
        var text = new StringBuilder("{ actions, sel, lib, den, ... }:\n{\n");
        text.append("  den.fleet.settings.web.labels = [ \"fleet\" ];\n");
        text.append("  den.environments.e1 = { settings.web.port = 8101; region = \"north\"; };\n");
        text.append("  den.environments.e2 = { %s };\n".formatted(chance(3) ? "imports = [ \"e1\" ];" : ""));
        text.append("  den.environments.e3 = { };\n");
        text.append("  den.channels.targets = { %s };\n".formatted(chance(20) ? "coverage = \"required\";" : ""));
        boolean shared = chance(2);
        String cardinality = shared ? "many" : "optional";
        text.append("""
                  den.aspects.dns.meta.provides.dns = { host, ... }: { visibility = "%s"; server = host.addr or host.name; };
                  den.aspects.web = {
                    meta.provides.http = { settings, ... }: { visibility = "%s"; inherit (settings) port; };
                    meta.requires.dns = { cardinality = "%s"; };
                    settings = { lib, ... }: {
                      options.port = lib.mkOption { type = lib.types.port; default = 80; };
                      options.labels = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; } // { merge = "append"; };
                    };
                    ports.http = { settings, ... }: settings.port;
                    pipe.targets = { settings, host, ... }: { visibility = "%s"; data = { inherit (settings) port labels; on = host.name; }; };
                  };
                  den.aspects.db = {
                    meta.provides.sql.visibility = "environment";
                    state.paths = [ "/var/db" ];
                    ports.sql = { port = %s; };
                  };
                  den.aspects.app = {
                    meta.requires.sql = { cardinality = "%s"; };
                    meta.requires.http = { cardinality = "many"; late = true; };
                    meta.provides.app = { bindings, ... }: { visibility = "environment"; behind = builtins.length (bindings.http or [ ]); };
                    nixos = { bindings, ... }: { servers = bindings.http or [ ]; sql = bindings.sql or null; };
                    homeManager = { pkgs, bindings, environment, ... }: { knows = [ pkgs bindings environment ]; };
                  };
                  den.aspects.linked = { meta.requires.http = { cardinality = "many"; late = true; }; meta.requires.app.cardinality = "many"; };
                  den.aspects.maker.meta.provides.made = { host, ... }: { visibility = "environment"; by = host.name; make = x: x; };
                  den.aspects.watcher = {
                    nixos = { pipes, ... }: { inherit (pipes) targets labels logs; };
                    meta.requires.made.cardinality = "many";
                  };
                  den.aspects.monitor = {
                    nixos = { pipes, ... }: { inherit (pipes) targets labels logs; };
                    meta.provides.metrics = { pipes, ... }: { visibility = "environment"; of = pipes.targets; };
                  };
                  den.aspects.backup.pipe.kept = { gather = sel.star; channel = "backup-targets"; };
                  den.aspects.disk = { state.paths = [ "/srv" ]; pipe.logs.data = "/var/log"; };
                  den.aspects.told = {
                    meta.provides.told = { requests, ... }: { visibility = "%s"; asked = map (r: r.consumer or null) (requests.told or [ ]); };
                    nixos = { requests, ... }: requests;
                  };
                  den.aspects.shy.meta.requires.told = { cardinality = "many"; request = { me = "shy"; }; late = true; };
                  den.aspects.picky = {
                    pipe.some = { gather = sel.tag "edge"; channel = "targets"; };
                    meta.requires.http = { cardinality = "many"; late = true; from = sel.tag "edge"; };
                  };
                  den.aspects.proxy = { includes = [ "web" ]; meta.requires.app = { cardinality = "many"; late = true; }; };
                  den.aspects.labelled = { host, ... }: { pipe.labels = { channel = "labels"; data = host.tags; visibility = "environment"; }; };
                """.formatted(
                        shared ? one("environment", "fleet") : "host",
                        one("host", "environment"),
                        cardinality,
                        one("host", "environment", "environment", "fleet"),
                        chance(12) ? "\"auto\"" : "5432",
                        one("many", "many", "many", "optional"),
                        one("environment", "fleet")));
        if (chance(2)) {
            text.append("""
                      den.rules.edge = { on = "host"; condition = host: builtins.elem "edge" host.tags; produce = host: actions.include "labelled"; };
                      den.rules.ports = { on = "port"; condition = port: port.port > 8200; produce = port: actions.warn "a high port"; };
                    """);
        }
        if (chance(3)) {
            text.append("  den.rules.resolver = { on = \"host\"; nac = host: fleet.servicesProviding \"dns\" != [ ];"
                    .replace("fleet.", "den-fleet.")
                    .replace("den-fleet.", "fleet."));
            text.append(" produce = host: actions.tag \"blind\"; };\n");
        }
        if (curious) {
            text.append(
                    "  den.aspects.all.nixos = { den, ... }: { hosts = builtins.attrNames den.hosts.x86_64-linux; };\n");
            text.append("  den.rules.crowd = { on = \"environment\"; condition = e: builtins.length"
                    + " (fleet.servicesOf \"dns\") > 1; produce = e: actions.note \"crowded\"; };\n");
        }
        return text.append("}\n").toString().replace("{ actions, sel,", "{ actions, fleet, sel,");
    }

    /** What the file of a host says. */
    String host(int number) {
        Map<String, String> lines = written.computeIfAbsent(number, this::drawn);
        return "{ sel, ... }:\n{\n" + lines.getOrDefault("above", "") + "  den.hosts.x86_64-linux.h" + number + " = {\n"
                + lines.entrySet().stream()
                        .filter(line -> !line.getKey().equals("above"))
                        .map(line -> "    " + line.getKey() + " = " + line.getValue() + ";\n")
                        .collect(Collectors.joining())
                + "    includes = [ " + String.join(" ", includes.getOrDefault(number, new TreeSet<>()))
                + " ];\n  };\n}\n";
    }

    private Map<String, String> drawn(int number) {
        var lines = new TreeMap<String, String>();
        lines.put("environment", one("\"e1\"", "\"e2\"", "\"e2\"", "\"e3\""));
        var own = new TreeSet<String>();
        includes.put(number, own);
        for (String aspect : ASPECTS) {
            int rarity = RAREST.contains(aspect) ? 60 : RARE.contains(aspect) ? 12 : 3;
            if (chance(rarity)) {
                own.add('"' + aspect + '"');
            }
        }
        own.addAll(number == 0 ? USERS_OF_CHANNELS : List.of("\"watcher\""));
        if ((own.contains("\"db\"") || own.contains("\"disk\"")) && !chance(8)) {
            own.add("\"backup\"");
        }
        for (int edits = 0; edits < 4; edits++) {
            edit(number, lines, own);
        }
        return lines;
    }

    /** Changes what the file of a host says. */
    void edit(int number) {
        host(number);
        edit(number, written.getOrDefault(number, new TreeMap<>()), includes.getOrDefault(number, new TreeSet<>()));
    }

    private void edit(int number, Map<String, String> lines, Set<String> own) {
        switch (random.nextInt(23)) {
            case 0, 1, 2, 3 -> lines.put("settings.web.port", "8%d0".formatted(10 + random.nextInt(20)));
            case 4, 5 -> lines.put("settings.web.labels", "[ \"l%d\" ]".formatted(random.nextInt(3)));
            case 6, 7 -> lines.put("tags", one("[ ]", "[ \"edge\" ]", "[ \"core\" ]"));
            case 8, 9, 10 -> lines.put("addr", "\"10.0.0.%d\"".formatted(random.nextInt(4)));
            case 11, 12 -> lines.put("above", lines.containsKey("above") ? "" : "  # moves what is below\n");
            case 13 -> lines.put("environment", one("\"e1\"", "\"e2\"", "\"e3\""));
            case 14, 15, 16, 17 -> toggle(own, '"' + aspect() + '"');
            case 18 ->
                toggle(
                        own,
                        one(
                                "{ aspect = \"web\"; instance = \"second\"; settings.port = 8088; }",
                                "{ meta.provides.inline.visibility = \"environment\"; }",
                                curious ? "\"all\"" : "\"web\""));
            case 19 -> lines.put("imports", one("[ ]", "[ \"host:h%d\" ]".formatted((number + 1) % hosts)));
            case 20 -> lines.put("users", one("{ }", "{ ann.includes = [ \"disk\" ]; }"));
            case 21 -> lines.put("expose", one("{ }", "{ http = \"environment\"; }", "{ web = \"fleet\"; }"));
            default -> {
                if (chance(20)) {
                    lines.put("settings.web.prot", "1");
                } else {
                    lines.remove("settings.web.prot");
                }
            }
        }
    }

    private String aspect() {
        String aspect = ASPECTS.get(random.nextInt(ASPECTS.size()));
        return RAREST.contains(aspect) && !chance(8) ? "web" : aspect;
    }

    private static void toggle(Set<String> set, String member) {
        if (!set.remove(member)) {
            set.add(member);
        }
    }
}
