package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Bytes;

/**
 * What is wrong with a TOML document, and its line, in the layout of the library that Nix reads TOML with (toml11). The first
 * line has the words of that library; below the line it says more of what it expected than is said here.
 */
final class TomlExcerpt {
    private TomlExcerpt() {}

    static String of(String title, String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        String number = Long.toString(
                text.substring(0, start).chars().filter(c -> c == '\n').count() + 1);
        String margin = " ".repeat(number.length() + 1) + " |";
        int column = Bytes.decode(text.substring(start, offset)).length();
        return "[error] " + title + "\n"
                + " --> fromTOML\n"
                + margin + "\n"
                + " " + number + " | " + shown(line) + "\n"
                + margin + " " + " ".repeat(column) + "^-- here";
    }

    /** Control characters, tabs among them, take one column, as those of other characters. */
    private static String shown(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            out.append(c < 0x20 || c == 0x7F ? ' ' : c);
        }
        return out.toString();
    }
}
