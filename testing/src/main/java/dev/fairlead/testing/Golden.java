package dev.fairlead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the one kept in a file, the golden file.
 *
 * <p>With {@code -Dupdate.golden=true} the file is written instead, so that a change of output is reviewed as a change
 * of files. Line ends are compared as {@code \n}, whatever the checkout made of them.
 */
public final class Golden {
    private Golden() {}

    /** As {@link #assertMatches(Path, String)}, for a file below {@code src/test/resources} of the module under test. */
    public static void assertMatches(String resource, String actual) {
        assertMatches(Repository.module().resolve("src/test/resources").resolve(resource), actual);
    }

    /** Fails with a line diff unless {@code actual} is what {@code golden} holds. */
    public static void assertMatches(Path golden, String actual) {
        assertMatches(golden, actual, Boolean.getBoolean("update.golden"));
    }

    static void assertMatches(Path golden, String actual, boolean update) {
        String given = unixLines(actual);
        try {
            if (update) {
                write(golden, given);
                return;
            }
            if (!Files.exists(golden)) {
                throw new AssertionError("golden file " + golden
                        + " is missing; run the test with -Dupdate.golden=true to write it. The text was:\n"
                        + given);
            }
            String expected = unixLines(Files.readString(golden));
            if (!expected.equals(given)) {
                throw new AssertionError("differs from golden file " + golden
                        + "; if the change is meant, run the test with -Dupdate.golden=true\n"
                        + LineDiff.between(expected, given));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a file alone that is right already, so that its date does not change. */
    private static void write(Path golden, String text) throws IOException {
        if (Files.exists(golden) && Files.readString(golden).equals(text)) {
            return;
        }
        Path folder = golden.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(golden, text);
    }

    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }
}
