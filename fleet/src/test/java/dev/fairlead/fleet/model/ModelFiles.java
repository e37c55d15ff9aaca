package dev.fairlead.fleet.model;

import dev.fairlead.fleet.FleetResolver;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Texts of a fleet by the names of their files. */
record ModelFiles(SortedMap<String, String> texts) {
    private static final Language LANGUAGE = new Language(Nix::evaluator, Lib::of);

    /** Each definition in the file that {@code number} says, at the place that {@code order} says. */
    static ModelFiles of(List<String> definitions, java.util.function.IntUnaryOperator file) {
        var texts = new TreeMap<String, String>();
        IntStream.range(0, definitions.size())
                .forEach(i -> texts.merge(
                        "modules/f%02d.nix".formatted(file.applyAsInt(i)), definitions.get(i), (a, b) -> a + "\n" + b));
        texts.replaceAll((name, text) -> "{\n" + text + "\n}\n");
        return new ModelFiles(texts);
    }

    static ModelFiles inOne(FleetModel model) {
        return of(model.definitions(), i -> 0);
    }

    /** What Fairlead makes of it, in a directory that is emptied first. */
    Resolution resolve(Path directory) throws IOException, UnreadableFleetException {
        Path modules = Files.createDirectories(directory.resolve("modules"));
        try (var old = Files.list(modules)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var each : texts.entrySet()) {
            Files.writeString(directory.resolve(each.getKey()), each.getValue());
        }
        return FleetResolver.resolve(FleetFiles.read(directory, Options.DEFAULT, LANGUAGE));
    }
}
