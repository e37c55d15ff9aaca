package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Bytes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a TOML document that is being read. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /** The next byte, or −1 at the end. */
    int peek() {
        return peek(0);
    }

    /** The byte this much further on, or −1 behind the end. */
    int peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : -1;
    }

    void skip(int bytes) {
        at += bytes;
    }

    /** Goes past a text if it is next. */
    boolean skip(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** Goes past what a pattern matches; null if it does not match here. */
    @Nullable
    Matcher skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    int offset() {
        return at;
    }

    /** Goes back to where it was before. */
    void back(int offset) {
        at = offset;
    }

    /** The bytes from an offset to here. */
    String since(int start) {
        return text.substring(start, at);
    }

    /** How many bytes the character beyond ASCII has that is next; 0 if it is not well-formed UTF-8. */
    int encoded() {
        int first = peek();
        int size = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        return size > 0
                        && at + size <= text.length()
                        && Bytes.firstMalformed(Bytes.toArray(text.substring(at, at + size))) < 0
                ? size
                : 0;
    }

    /** Appends a character in UTF-8. */
    static void appendCodePoint(StringBuilder out, int codePoint) {
        if (codePoint < 0x80) {
            out.append((char) codePoint);
        } else {
            out.append(Bytes.encode(Character.toString(codePoint)));
        }
    }

    /** What is next is wrong. */
    FormatException fail(String title) {
        return fail(title, at);
    }

    /** What stands at an offset is wrong. */
    FormatException fail(String title, int offset) {
        return new FormatException(TomlExcerpt.of(title, text, offset));
    }
}
