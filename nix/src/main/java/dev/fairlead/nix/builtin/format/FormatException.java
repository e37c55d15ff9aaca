package dev.fairlead.nix.builtin.format;

/** A text is not of its format. The message is one sentence (a byte string) that begins with the place. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormatException(String message) {
        super(message, null, false, false);
    }

    /** At an offset of a text, as "parse error at line 2, column 5: …"; columns count bytes. */
    static FormatException at(String text, int offset, String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new FormatException(
                "parse error at line " + line + ", column " + (offset - lineStart + 1) + ": " + message);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
