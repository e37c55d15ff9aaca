package dev.fairlead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fleet of any size that resolves with no finding: hosts of ten services each, one of every layer, chosen from three
 * variants; a service of layer n requires what the three layers below provide, down to three services that a core host
 * provides to the whole fleet. The same size gives the same fleet.
 */
final class GeneratedFleet {
    private static final int LAYERS = 10;
    private static final int VARIANTS = 3;
    private static final int REQUIREMENTS = 3;

    private GeneratedFleet() {}

    /** Writes the fleet into a directory, which is made. */
    static void write(Path directory, int services) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("fleet.nix"), text(services));
    }

    /** The text of {@code fleet.nix} for this many services, rounded up to whole hosts, and three more. */
    static String text(int services) {
        int hosts = (services + LAYERS - 1) / LAYERS;
        var out = new StringBuilder(
                "{ den, ... }:\n{\n  den.fleet.name = \"generated\";\n  den.environments.prod = { };\n");
        for (int i = 1; i <= REQUIREMENTS; i++) {
            out.append("  den.aspects.core%d.meta.provides.layer-%d = { visibility = \"fleet\"; };\n".formatted(i, -i));
        }
        out.append("  den.hosts.x86_64-linux.core.includes = [ \"core1\" \"core2\" \"core3\" ];\n");
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int variant = 0; variant < VARIANTS; variant++) {
                List<String> requires = new ArrayList<>();
                for (int below = 1; below <= REQUIREMENTS; below++) {
                    requires.add("\"layer-" + (layer - below) + "\"");
                }
                out.append("  den.aspects.s%d-%d.meta = { provides = [ \"layer-%d\" ]; requires = [ %s ]; };\n"
                        .formatted(layer, variant, layer, String.join(" ", requires)));
            }
        }
        for (int host = 0; host < hosts; host++) {
            out.append("  den.hosts.x86_64-linux.h").append(host).append(" = { environment = \"prod\"; includes = [");
            for (int layer = 0; layer < LAYERS; layer++) {
                out.append(" den.aspects.s%d-%d".formatted(layer, (host + layer) % VARIANTS));
            }
            out.append(" ]; };\n");
        }
        return out.append("}\n").toString();
    }
}
