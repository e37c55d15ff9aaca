package dev.fairlead.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or error. After the first failure it takes what it is given and drops it: a reader that has gone away
 * ({@code fairlead resolve | head}) is no error, and anything else is told once, at the end.
 */
final class StandardStream extends OutputStream {
    private final OutputStream file;
    private @Nullable IOException failure;

    StandardStream(OutputStream file) {
        this.file = file;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                file.write(bytes, offset, length);
            } catch (IOException failed) {
                failure = failed;
            }
        }
    }

    /** What went wrong, such as {@code No space left on device}; null if nothing did or the reader went away. */
    @Nullable
    String failure() {
        String reason = failure == null ? null : failure.getMessage();
        return reason == null || reason.contains("Broken pipe") ? null : reason;
    }
}
