package dev.fairlead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that is tested against and not part of the repository: {@code ../shared/fixtures}, seen from the root.
 *
 * <p>A test that asks for a fixture which is absent is skipped, and the reason names the missing path.
 */
public final class Fixtures {
    private Fixtures() {}

    /** The fixture at {@code relative}, a file or a folder, such as {@code clan/users.inventory.json}. */
    public static Path path(String relative) {
        Path fixture = folder().resolve(relative).normalize();
        Assumptions.assumeTrue(Files.exists(fixture), () -> "fixture ../shared/fixtures/" + relative + " is absent");
        return fixture;
    }

    /** The text of the fixture at {@code relative}. */
    public static String read(String relative) {
        try {
            return Files.readString(path(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files directly in the folder {@code relative} whose names end in {@code suffix}, sorted by name, never empty. */
    public static List<Path> list(String relative, String suffix) {
        Path folder = path(relative);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> Files.isRegularFile(file)
                            && String.valueOf(file.getFileName()).endsWith(suffix))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError("no file in " + folder + " ends in " + suffix);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Repository.root().resolve("../shared/fixtures").normalize();
    }
}
