package dev.fairlead.cli.args;

import org.jspecify.annotations.Nullable;

/** The command line makes no sense; the message is one sentence that says how. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String usage;

    public UsageException(String message) {
        this(message, null);
    }

    UsageException(String message, @Nullable String usage) {
        super(message, null, false, false);
        this.usage = usage;
    }

    /** The usage line of the command, where the shape of the command line is what is wrong. */
    public @Nullable String usage() {
        return usage;
    }
}
