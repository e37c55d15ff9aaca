package dev.fairlead.nix.syntax;

/** How text is written as a string of the language. */
public final class Strings {
    private Strings() {}

    /** The string literal for a byte string, in double quotes. */
    public static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        quote(value, out);
        return out.toString();
    }

    static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> {
                    if (i + 1 < value.length() && value.charAt(i + 1) == '{') {
                        out.append('\\');
                    }
                    out.append('$');
                }
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
