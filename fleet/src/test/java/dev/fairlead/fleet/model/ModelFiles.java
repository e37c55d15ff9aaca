package dev.fairlead.fleet.model;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.WrittenFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Texts of a fleet by the names of their files. */
record ModelFiles(SortedMap<String, String> texts) {

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
    Resolution resolve(Path directory) throws IOException {
        Path modules = Files.createDirectories(directory.resolve("modules"));
        try (var old = Files.list(modules)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        var fleet = new WrittenFleet(directory);
        texts.forEach(fleet::with);
        return fleet.resolve();
    }
}
