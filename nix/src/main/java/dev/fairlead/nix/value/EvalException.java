package dev.fairlead.nix.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Evaluation failed: the one exception of the language. Those who embed it may throw kinds of their own that carry more.
 *
 * <p>It is thrown without a position where none is known; the node that was being evaluated adds its own
 * ({@link #at}), and callers add what they were doing ({@link #during}). Carries no Java stack trace.
 */
public class EvalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as a program can tell the difference. */
    public enum Kind {
        /** {@code throw}; caught by {@code tryEval}. */
        THROWN,
        /** {@code assert}; caught by {@code tryEval}. */
        ASSERTION,
        ABORT,
        TYPE,
        UNDEFINED_VARIABLE,
        MISSING_ATTRIBUTE,
        MISSING_ARGUMENT,
        INFINITE_RECURSION,
        /** Too deep, too long, too much memory. */
        LIMIT,
        /** A file cannot be read, or must not be. */
        INPUT,
        /** Anything else. */
        OTHER
    }

    /**
     * One line of "… while evaluating X", with its position or 0.
     *
     * @param about what it is that was being done
     */
    public record Frame(int position, String text, About about) {}

    /** What a frame tells of; there are many of the last two, which say little to who does not ask for everything. */
    public enum About {
        DOING,
        /** Only that a function of the program was called. */
        CALL,
        /** That an operator needed a value, or which function it stands for. */
        OPERATOR
    }

    private final Kind kind;
    private final List<Frame> frames = new ArrayList<>();
    private List<String> suggestions = List.of();
    private int position;

    /** @param message one sentence (a byte string), without "error:" */
    public EvalException(Kind kind, String message) {
        this(kind, message, 0);
    }

    public EvalException(Kind kind, String message, int position) {
        super(message, null, false, false);
        this.kind = kind;
        this.position = position;
    }

    /** A value is not of the type that is needed. */
    public static EvalException type(String message) {
        return new EvalException(Kind.TYPE, message);
    }

    public Kind kind() {
        return kind;
    }

    /** The sentence (a byte string). */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Where it failed, or 0. */
    public int position() {
        return position;
    }

    /** What was being done, innermost first. */
    public List<Frame> frames() {
        return Collections.unmodifiableList(frames);
    }

    /** Names that were probably meant (see {@link Suggestions}), best first. */
    public List<String> suggestions() {
        return suggestions;
    }

    /** True if {@code builtins.tryEval} catches it. */
    public boolean isCatchable() {
        return kind == Kind.THROWN || kind == Kind.ASSERTION;
    }

    /** Sets the position if none is known yet; returns this. */
    public EvalException at(int where) {
        if (position == 0) {
            position = where;
        }
        return this;
    }

    /** Says what was probably meant; returns this. */
    public EvalException suggesting(List<String> names) {
        suggestions = List.copyOf(names);
        return this;
    }

    /** Adds what was being done; returns this. */
    public EvalException during(int where, String text) {
        frames.add(new Frame(where, text, About.DOING));
        return this;
    }

    /** Adds that a function of the program was called; returns this. */
    public EvalException duringCall(int where, String text) {
        frames.add(new Frame(where, text, About.CALL));
        return this;
    }

    /** Adds what an operator was doing; returns this. */
    public EvalException duringOperator(int where, String text) {
        frames.add(new Frame(where, text, About.OPERATOR));
        return this;
    }
}
