package dev.fairlead.nix.value;

import java.util.Set;

/** Writes strings and names as the language reads them. All strings are byte strings. */
public final class Literals {
    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "else", "assert", "with", "let", "in", "rec", "inherit");

    private Literals() {}

    /** Appends a string literal, in quotes. */
    public static void appendString(StringBuilder out, String text) {
        out.append('"');
        appendEscaped(out, text, text.length());
        out.append('"');
    }

    /** Appends the first {@code length} bytes of a string, escaped, without quotes. */
    static void appendEscaped(StringBuilder out, String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '{' ? "\\$" : "$");
                default -> out.append(c);
            }
        }
    }

    /** Appends the name of an attribute, in quotes if it is not an identifier. */
    public static void appendName(StringBuilder out, String name) {
        if (isIdentifier(name)) {
            out.append(name);
        } else {
            appendString(out, name);
        }
    }

    /** True if a name can be written without quotes. */
    public static boolean isIdentifier(String name) {
        if (name.isEmpty() || KEYWORDS.contains(name) || !isNameStart(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isNameStart(c) && !(c >= '0' && c <= '9') && c != '\'' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
