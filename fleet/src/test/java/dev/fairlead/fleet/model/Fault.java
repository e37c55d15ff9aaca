package dev.fairlead.fleet.model;

import dev.fairlead.fleet.finding.FindingId;
import java.util.List;
import java.util.Map;

/**
 * A mistake to plant in a fleet of hosts {@code b0 ...}: a few definitions with names of their own, and the finding it
 * must come to. In the texts {@code %1$d} is the number of the mistake and {@code %2$s} a host of the fleet.
 *
 * @param finding the id of the finding and its subject, or {@code null} for a finding without one
 */
record Fault(String definitions, String finding) {
    /** One at least for each kind of mistake, but for {@link #ELSEWHERE}. */
    static final List<Fault> KINDS = List.of(
            onHost("meta.requires = [ \"nobody%1$d\" ];", "missing-dependency"),
            onHost("meta.requires = [ { } ];", "evaluation"),
            new Fault("""
                    den.aspects.x%1$d.meta.provides = [ "cap%1$d" ];
                    den.aspects.y%1$d.meta.provides = [ "cap%1$d" ];
                    den.aspects.f%1$d.meta.requires = [ "cap%1$d" ];
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" "x%1$d" "y%1$d" ];
                    """, "ambiguous-provider service:f%1$d@%2$s"),
            new Fault("""
                    den.aspects.x%1$d.meta.provides = [ "cap%1$d" ];
                    den.aspects.f%1$d.meta.requires = [ "cap%1$d" ];
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" "x%1$d" ];
                    den.hosts.x86_64-linux.%2$s.bindings.cap%1$d = "service:elsewhere%1$d@%2$s";
                    """, "unknown-binding host:%2$s"),
            new Fault("""
                    den.aspects.x%1$d.meta.requires = [ "y%1$d" ];
                    den.aspects.y%1$d.meta.requires = [ "x%1$d" ];
                    den.hosts.x86_64-linux.%2$s.includes = [ "x%1$d" "y%1$d" ];
                    """, "dependency-cycle service:x%1$d@%2$s"),
            new Fault("den.hosts.x86_64-linux.%2$s.includes = [ \"undeclared%1$d\" ];\n", "unknown-aspect host:%2$s"),
            new Fault("den.aspects.f%1$d.unheardof = 1;\n", "unknown-facet null"),
            new Fault("""
                    den.aspects.f%1$d = { host, ... }: { unheardof = 1; };
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" ];
                    """, "unknown-facet service:f%1$d@%2$s"),
            new Fault(
                    "den.hosts.x86_64-linux.n%1$d.rack = lib.mkMerge [ 1 2 ];\n", "conflicting-definitions host:n%1$d"),
            onHost("settings = { hots, ... }: { };", "unknown-argument null"),
            new Fault("den.hosts.x86_64-linux.n%1$d.enviroment = \"prod\";\n", "unknown-attribute host:n%1$d"),
            new Fault("den.hosts.x86_64-linux.n%1$d.environment = \"lost%1$d\";\n", "unknown-environment host:n%1$d"),
            new Fault("den.hosts.x86_64-linux.n%1$d.imports = [ \"lost%1$d\" ];\n", "unknown-scope host:n%1$d"),
            new Fault("""
                    den.hosts.x86_64-linux.n%1$d = { };
                    den.hosts.aarch64-linux.n%1$d = { };
                    """, "duplicate-host host:n%1$d"),
            new Fault("den.hosts.x86_64-linux.\"n:%1$d\" = { };\n", "bad-name null"),
            new Fault("""
                    den.hosts.x86_64-linux.n%1$d.includes = [ "n%1$d" ];
                    den.aspects.n%1$d = { };
                    """, "host-aspect host:n%1$d"),
            new Fault("""
                    den.aspects.f%1$d = { cluster, ... }: { };
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" ];
                    """, "inert-aspect host:%2$s"),
            onHost("settings.port = lib.mkOption { type = lib.types.port; default = \"80\"; };", "setting-type null"),
            onHost("settings.email = lib.mkOption { type = lib.types.str; };", "missing-setting host:%2$s"),
            onHost(
                    "settings.n = { type = lib.types.int; default = 4; "
                            + "refine = [ { check = n: n == 3; message = \"it is not 3\"; } ]; };",
                    "refinement null"),
            new Fault("""
                    den.aspects.f%1$d.settings.workers = lib.mkOption { type = lib.types.int; default = 1; };
                    den.hosts.x86_64-linux.%2$s = { includes = [ "f%1$d" ]; settings.f%1$d.wokers = 2; };
                    """, "unknown-setting host:%2$s"),
            onHost("ports = { a = 1%1$03d; b = 1%1$03d; };", "port-collision host:%2$s"),
            onHost("pipe.p = { channel = \"nobody-reads-%1$d\"; data = 1; };", "unused-channel"),
            onHost("meta.constraints.minHosts = 2;", "constraint"),
            onHost("state.paths = [ \"/f%1$d\" ];", "uncovered-state"),
            onHost("meta.provides.cap%1$d = let x = x + 1; in { inherit x; };", "value-cycle"),
            new Fault(
                    "den.hosts.x86_64-linux.n%1$d.backends.revrse-prxy%1$d = \"caddy\";\n", "unknown-class host:n%1$d"),
            new Fault("""
                    den.aspects.f%1$d.reverse-proxy = { port = 80; };
                    den.hosts.x86_64-linux.n%1$d = { includes = [ "f%1$d" ]; backends.reverse-proxy = "apache"; };
                    """, "unknown-backend host:n%1$d"),
            new Fault("""
                    den.aspects.f%1$d.nginx.nixos = { };
                    den.hosts.x86_64-linux.n%1$d = { includes = [ "f%1$d" ]; backends.reverse-proxy = "caddy"; };
                    """, "unsupported-backend service:f%1$d@n%1$d"),
            new Fault("""
                    den.contracts.cap%1$d.request.name = lib.mkOption { type = lib.types.str; };
                    den.aspects.x%1$d.meta.provides.cap%1$d = { };
                    den.aspects.f%1$d.meta.requires.cap%1$d.request.name = 5;
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" "x%1$d" ];
                    """, "contract-request null"),
            new Fault("""
                    den.contracts.cap%1$d.result.port = lib.mkOption { type = lib.types.port; };
                    den.aspects.x%1$d.meta.provides.cap%1$d.port = "80";
                    den.aspects.f%1$d.meta.requires = [ "cap%1$d" ];
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" "x%1$d" ];
                    """, "contract-result null"),
            new Fault("""
                    den.channels.c%1$d.type = lib.types.int;
                    den.aspects.f%1$d.pipe.c%1$d.data = "one";
                    den.aspects.x%1$d.nixos = { pipes, ... }: pipes.c%1$d;
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" "x%1$d" ];
                    """, "channel-type null"),
            new Fault("""
                    den.rules.x%1$d = {
                      on = "host";
                      nac = host: host.name != "%2$s" || fleet.servicesProviding "cap%1$d" != [ ];
                      produce = host: actions.include "x%1$d";
                    };
                    den.rules.y%1$d = {
                      on = "host";
                      nac = host: host.name != "%2$s" || fleet.servicesProviding "cap%1$d" != [ ];
                      produce = host: actions.include "y%1$d";
                    };
                    den.aspects.x%1$d.meta.provides = [ "cap%1$d" ];
                    den.aspects.y%1$d.meta.provides = [ "cap%1$d" ];
                    """, "unstratified-rules null"),
            new Fault("""
                    den.rules.r%1$d = {
                      on = "host";
                      condition = host: host.name == "%2$s";
                      produce = host: actions.error "rule %1$d";
                    };
                    """, "rule host:%2$s"),
            new Fault("""
                    den.channels.c%1$d.coverage = "required";
                    den.aspects.f%1$d.pipe.c%1$d.data = 1;
                    den.hosts.x86_64-linux.%2$s.includes = [ "f%1$d" ];
                    """, "uncovered-item service:f%1$d@%2$s"),
            new Fault("den.entities.shelf.k%1$d.rack = \"lost%1$d\";\n", "unknown-reference shelf:k%1$d"));

    /** A mistake that a fleet has once: all rules that do not come to rest are one finding. */
    static final Fault ONCE = new Fault("""
            den.rules.r%1$d = {
              on = "host";
              condition = host: host.name == "%2$s" && fleet.servicesProviding "cap%1$d" == [ ];
              produce = host: actions.include "f%1$d";
            };
            den.aspects.f%1$d.meta.provides = [ "cap%1$d" ];
            """, "rules-diverge null");

    /** Findings that cannot stand a hundred times beside others in one fleet, and have tests of their own. */
    static final Map<FindingId, String> ELSEWHERE = Map.of(
            FindingId.SYNTAX, "what is in the file is not known, so nothing is known to be missing",
            FindingId.PORT_EXHAUSTED, "a fleet has one range",
            FindingId.PORT_DISPLACED, "is about a lock",
            FindingId.LOCK_STALE, "there is one lock",
            FindingId.LOCK_DAMAGED, "there is one lock",
            FindingId.GHOST_MACHINE, "is of Clan inventories",
            FindingId.UNKNOWN_TAG, "is of Clan inventories");

    /** The id of the finding. */
    String id() {
        return finding.substring(0, finding.indexOf(' '));
    }

    /** A mistake in the definition of an aspect that a host of the fleet includes; about its service if nothing else is said. */
    private static Fault onHost(String definition, String finding) {
        return new Fault(
                "den.aspects.f%1$d." + definition + "\nden.hosts.x86_64-linux.%2$s.includes = [ \"f%1$d\" ];\n",
                finding.contains(" ") ? finding : finding + " service:f%1$d@%2$s");
    }

    /** The same with its number and its host. */
    Fault at(int number, String host) {
        return new Fault(definitions.formatted(number, host), finding.formatted(number, host));
    }
}
