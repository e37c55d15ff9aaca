package dev.fairlead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A fleet of any size in which services do all that services do to each other, and that resolves with no finding: hosts
 * of ten aspects each out of a pool of thirty, twenty hosts in an environment, settings in three layers above their
 * defaults, two channels (one of the host, one of the environment), and five rules, two of which change the fleet. One
 * file for each aspect and each host. The same size gives the same fleet.
 */
final class CoordinatedFleet {
    private static final int POOL = 30;
    private static final int PER_HOST = 10;
    private static final int HOSTS_PER_ENVIRONMENT = 20;

    private CoordinatedFleet() {}

    /** Writes the fleet into a directory, which is made. */
    static void write(Path directory, int hosts) throws IOException {
        Path aspects = Files.createDirectories(directory.resolve("modules/aspects"));
        Path machines = Files.createDirectories(directory.resolve("modules/hosts"));
        Files.writeString(directory.resolve("fleet.nix"), fleet(hosts));
        for (int aspect = 0; aspect < POOL; aspect++) {
            Files.writeString(aspects.resolve("a%02d.nix".formatted(aspect)), aspect(aspect));
        }
        for (int host = 0; host < hosts; host++) {
            Files.writeString(machines.resolve("h%04d.nix".formatted(host)), host(host));
        }
    }

    private static String fleet(int hosts) {
        var environments = new StringBuilder();
        for (int first = 0, e = 0; first < hosts; first += HOSTS_PER_ENVIRONMENT, e++) {
            environments.append("""
                      den.environments.e%1$d = {
                        settings.a00.workers = %2$d;
                        settings.a03.labels = [ "e%1$d" ];
                        region = "r%1$d";
                      };
                    """.formatted(e, e + 2));
        }
        return """
                { actions, ... }:
                {
                  den.fleet.name = "coordinated";
                  den.fleet.settings.a03.labels = [ "fleet" ];
                  den.fleet.settings.a06.limits.memory = 512;
                %s
                  den.channels.scrape-targets.description = "what the environment's monitoring reads";
                  den.channels.log-files.description = "what the host's log shipper reads";

                  # A host that nobody gave a log shipper gets one.
                  den.rules.logs = {
                    on = "host";
                    nac = host: host.tags != [ ] && builtins.elem "quiet" host.tags;
                    produce = host: actions.tag "logged";
                  };
                  den.rules.shipper = {
                    on = "host";
                    condition = host: builtins.elem "logged" host.tags;
                    produce = host: actions.include "shipper";
                  };
                  den.rules.privileged-port = {
                    on = "port";
                    condition = port: port.port < 1024;
                    produce = port: actions.warn "a privileged port";
                  };
                  den.rules.unnamed = {
                    on = "host";
                    condition = host: host.name == "localhost";
                    produce = host: actions.error "every host needs a name of its own";
                  };
                  den.rules.crowded = {
                    on = "service";
                    condition = service: service.settings ? workers && service.settings.workers > 1000;
                    produce = service: actions.error "more workers than any host has";
                  };

                  den.aspects.shipper = {
                    settings = { lib, ... }: { options.batch = lib.mkOption { type = lib.types.int; default = 100; }; };
                    nixos = { settings, pipes, ... }: { services.shipper.files = pipes.log-files; };
                  };
                }
                """.formatted(environments);
    }

    private static String aspect(int aspect) {
        String requires = aspect < 3 ? "" : "\"c%02d\"".formatted(aspect - 3);
        return """
                { ... }:
                {
                  den.aspects.a%1$02d = {
                    meta.provides.c%1$02d = { visibility = "environment"; port = %2$d; };
                    meta.requires = { %3$s };
                    settings = { lib, ... }: {
                      options.port = lib.mkOption { type = lib.types.port; default = %2$d; };
                      options.workers = lib.mkOption { type = lib.types.ints.positive; default = 4; };
                      options.labels = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ "a%1$02d" ]; } // { merge = "append"; };
                      options.limits.memory = lib.mkOption { type = lib.types.int; default = 256; };
                    };
                    ports.main = { settings, ... }: settings.port;
                    pipe.metrics = { settings, ... }: {
                      channel = "scrape-targets";
                      visibility = "environment";
                      data = { port = settings.port; labels = settings.labels; };
                    };
                    pipe.logs = { channel = "log-files"; data = "/var/log/a%1$02d"; };
                    nixos = { settings, %4$s... }: { services.a%1$02d = { inherit (settings) port workers; %5$s}; };
                  };
                }
                """.formatted(
                        aspect,
                        8000 + aspect,
                        requires.isEmpty() ? "" : requires + " = { cardinality = \"optional\"; late = true; };",
                        aspect % 10 == 9 ? "pipes, " : "",
                        aspect % 10 == 9 ? "targets = pipes.scrape-targets; " : "");
    }

    private static String host(int host) {
        var includes = new StringBuilder();
        for (int i = 0; i < PER_HOST; i++) {
            includes.append(" den.aspects.a%02d".formatted((host + i * (POOL / PER_HOST)) % POOL));
        }
        int own = host % POOL;
        return """
                { den, ... }:
                {
                  den.hosts.x86_64-linux.h%04d = {
                    environment = "e%d";
                    includes = [%s ];
                    settings.a%02d = { port = %d; labels = [ "h%04d" ]; };
                  };
                }
                """.formatted(host, host / HOSTS_PER_ENVIRONMENT, includes, own, 9000 + own, host);
    }
}
