package dev.fairlead.fleet.model;

import java.util.List;

/**
 * A mistake to plant in a fleet of hosts {@code b0 ...}: a few definitions with names of their own, and the finding it
 * must come to. In the texts {@code %1$d} is the number of the mistake and {@code %2$s} a host of the fleet.
 *
 * @param finding the id of the finding and its subject, or {@code null} for a finding without one
 */
record Fault(String definitions, String finding) {
    /** One for each kind of mistake. */
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
