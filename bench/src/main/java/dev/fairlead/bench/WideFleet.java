package dev.fairlead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fleet of any size in which each host emits into one channel that the whole fleet sees, and reads all of it. */
final class WideFleet {
    private WideFleet() {}

    /** Writes the fleet into a directory, which is made. */
    static void write(Path directory, int hosts) throws IOException {
        Path machines = Files.createDirectories(directory.resolve("modules/hosts"));
        Files.writeString(directory.resolve("fleet.nix"), """
                {
                  den.fleet.name = "wide";
                  den.environments.prod = { };
                  den.channels.addresses.description = "where each host is";
                  den.aspects.address.pipe.own = { host, ... }: {
                    channel = "addresses";
                    visibility = "fleet";
                    data = { inherit (host) name; };
                  };
                  den.aspects.hosts-file.nixos = { pipes, ... }: { networking.hosts = pipes.addresses; };
                }
                """);
        for (int host = 0; host < hosts; host++) {
            Files.writeString(machines.resolve("h%04d.nix".formatted(host)), """
                    { den.hosts.x86_64-linux.h%04d = { environment = "prod"; includes = [ "address" "hosts-file" ]; }; }
                    """.formatted(host));
        }
    }
}
