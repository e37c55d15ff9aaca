package dev.fairlead.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file in a directory of its own that holds one input after the other. Removed when the program ends. */
final class InputFile {
    private final String name;
    private @Nullable Path directory;

    InputFile(String name) {
        this.name = name;
    }

    /** The directory, in which the file now holds this. */
    synchronized Path directoryWith(byte[] content) {
        try {
            Path folder = directory;
            if (folder == null) {
                folder = Files.createTempDirectory("fairlead-fuzz");
                directory = folder;
                // In reverse order of this: the file goes before its folder
                folder.toFile().deleteOnExit();
                folder.resolve(name).toFile().deleteOnExit();
            }
            Files.write(folder.resolve(name), content);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
