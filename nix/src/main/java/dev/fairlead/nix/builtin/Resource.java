package dev.fairlead.nix.builtin;

import dev.fairlead.nix.syntax.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Programs that are part of the builtins. */
final class Resource {
    private Resource() {}

    /** The text of a file beside the classes of this package (a byte string). */
    static String text(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream(name)) {
            return Bytes.of(Objects.requireNonNull(stream, name).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
