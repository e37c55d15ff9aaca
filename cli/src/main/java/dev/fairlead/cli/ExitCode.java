package dev.fairlead.cli;

/** What a run of {@code fairlead} comes to, for the shell. */
final class ExitCode {
    static final int DONE = 0;
    /** The fleet has errors, where a command promises to say so; or an expression has no value, or a test fails. */
    static final int ERRORS = 1;
    /** Wrong usage, or input that cannot be read. */
    static final int UNUSABLE = 2;

    private ExitCode() {}
}
