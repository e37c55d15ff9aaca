package dev.fairlead.nix.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text is not an expression of the language. The message is one sentence (a byte string). */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Source source;
    private final int start;
    private final int end;
    private final transient @Nullable Related related;
    private final transient List<String> suggestions;

    /**
     * A second place that explains the first, such as the bracket that was never closed.
     *
     * @param label what the place is, a few words
     */
    public record Related(String label, int start, int end) {}

    /** @param start offset of the offending text in {@code source}; {@code end} is after it */
    public SyntaxException(String message, Source source, int start, int end) {
        this(message, source, start, end, List.of());
    }

    /** @param start offset of the offending text in {@code source}; {@code end} is after it */
    public SyntaxException(String message, Source source, int start, int end, @Nullable Related related) {
        super(message, null, false, false);
        this.source = source;
        this.start = start;
        this.end = end;
        this.related = related;
        this.suggestions = List.of();
    }

    /** @param suggestions what was probably meant, best first */
    public SyntaxException(String message, Source source, int start, int end, List<String> suggestions) {
        super(message, null, false, false);
        this.source = source;
        this.start = start;
        this.end = end;
        this.related = null;
        this.suggestions = List.copyOf(suggestions);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public Source source() {
        return source;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** A place in the same source that explains the error, if there is one. */
    public @Nullable Related related() {
        return related;
    }

    /** What was probably meant, best first. */
    public List<String> suggestions() {
        return suggestions;
    }

    /** The place of the offending text. */
    public Location location() {
        return source.locate(start, end);
    }
}
