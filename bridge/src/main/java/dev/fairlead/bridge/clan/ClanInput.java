package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.JsonReader;
import dev.fairlead.bridge.json.JsonSyntaxException;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.fleet.declare.Contribution;
import dev.fairlead.fleet.declare.Dialect;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Clan inventory as the input of a fleet: one contribution from the inventory, one from the knowledge file. */
public final class ClanInput {
    private static final String INVENTORY = "inventory.json";
    private static final String KNOWLEDGE = "knowledge.nix";
    private static final long LARGEST = 64L << 20;

    private ClanInput() {}

    /**
     * Reads an inventory. JSON that is malformed, or is no inventory, is a finding of a fleet without hosts.
     *
     * @param path the JSON file, or a directory with an {@code inventory.json}
     * @throws UnreadableFleetException if there is no such file or it cannot be read
     */
    public static FleetInput read(Path path, Options options, Language language) throws UnreadableFleetException {
        Path file = file(path);
        byte[] bytes = bytes(file);
        Path root = Objects.requireNonNull(file.getParent(), "a real path of a file has a parent");
        Evaluator evaluator = language.evaluator().apply(options.pureWithin(List.of(root)));
        Source source =
                evaluator.sources().add(Bytes.encode(file.toString()), Bytes.encode(root.toString()), Bytes.of(bytes));
        var places = new Places(evaluator.sources(), root);
        Value lib = language.lib().apply(evaluator);
        String name = String.valueOf(file.getFileName());
        try {
            LocatedJson json = JsonReader.read(bytes);
            var findings = new InventoryFindings(source, places);
            Inventory inventory = new InventoryReader(findings).read(json);
            Value declarations = new ClanFleet(inventory, new NixBuilder(source), findings).declarations();
            return new FleetInput(
                    name,
                    root,
                    evaluator,
                    lib,
                    List.of(new Contribution(name, declarations), knowledge(evaluator)),
                    findings.all(),
                    new ClanDialect(inventory));
        } catch (JsonSyntaxException malformed) {
            return broken(
                    name,
                    root,
                    evaluator,
                    lib,
                    "This is not JSON: " + malformed.reason() + ".",
                    places.between(source, malformed.offset(), Math.min(malformed.offset() + 1, bytes.length)));
        }
    }

    private static FleetInput broken(
            String name, Path root, Evaluator evaluator, Value lib, String sentence, @Nullable Place place) {
        Finding finding = Finding.of(FindingId.SYNTAX, sentence).at(place).build();
        return new FleetInput(name, root, evaluator, lib, List.of(), List.of(finding), Dialect.DEN);
    }

    private static Path file(Path path) throws UnreadableFleetException {
        Path file = Files.isDirectory(path) ? path.resolve(INVENTORY) : path;
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            throw new UnreadableFleetException(
                    Files.isDirectory(path) ? path + " has no " + INVENTORY + "." : "There is no file " + path + ".");
        }
    }

    private static byte[] bytes(Path file) throws UnreadableFleetException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadableFleetException(
                        file + " is larger than " + (LARGEST >> 20) + " MiB, which no inventory is.");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnreadableFleetException(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    /** What Clan's own services need and offer. Its source is ours, so findings never point into it. */
    private static Contribution knowledge(Evaluator evaluator) {
        return new Contribution("clan/" + KNOWLEDGE, new Promise() {
            @Override
            protected Value compute() {
                try (InputStream resource = ClanInput.class.getResourceAsStream(KNOWLEDGE)) {
                    String text =
                            Bytes.of(Objects.requireNonNull(resource, KNOWLEDGE).readAllBytes());
                    return evaluator.evalText(text, "<clan/" + KNOWLEDGE + ">", Path.of("/"));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        });
    }
}
