package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.JsonReader;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.nix.syntax.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and resolves inventories for tests, and writes what is found down. */
final class Clan {
    private Clan() {}

    static Resolution resolve(Path inventory) {
        try {
            return FleetResolver.resolve(input(inventory));
        } catch (UnreadableFleetException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static FleetInput input(Path inventory) throws UnreadableFleetException {
        return ClanInput.read(inventory, Options.DEFAULT, new Language(Nix::evaluator, Lib::of));
    }

    /** An inventory as read, whatever is wrong with it. */
    static Inventory inventory(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var evaluator = Nix.evaluator(Options.DEFAULT);
            var source = evaluator.sources().add(Bytes.encode(file.toString()), "/", Bytes.of(bytes));
            var places = new Places(evaluator.sources(), Path.of("/"));
            return new InventoryReader(new InventoryFindings(source, places)).read(JsonReader.read(bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The findings of an inventory, a paragraph each, without those of some kinds. */
    static String findings(Resolution resolution, FindingId... without) {
        return resolution.findings().stream()
                .filter(finding -> !List.of(without).contains(finding.id()))
                .map(Clan::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Finding finding) {
        var out = new StringBuilder();
        out.append(
                "%s[%s] %s\n".formatted(finding.severity().text(), finding.id().text(), finding.message()));
        Place place = finding.location();
        if (place != null) {
            out.append("  at %s to %d:%d\n".formatted(place, place.endLine(), place.endColumn()));
        }
        if (!finding.chain().isEmpty()) {
            out.append("  chain ").append(String.join(" → ", finding.chain())).append('\n');
        }
        finding.candidates().forEach(c -> out.append("  rejected %s: %s\n".formatted(c.subject(), c.reason())));
        finding.related().forEach(r -> out.append("  related %s %s\n".formatted(r.location(), r.message())));
        if (finding.fix() != null) {
            out.append("  fix ").append(finding.fix()).append('\n');
        }
        return out.toString();
    }
}
