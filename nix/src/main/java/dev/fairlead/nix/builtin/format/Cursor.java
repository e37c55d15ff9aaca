package dev.fairlead.nix.builtin.format;

import dev.fairlead.nix.syntax.Bytes;

/** A place in a text that is being read, and what both readers do there. */
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

    int offset() {
        return at;
    }

    /** The bytes from an offset to here. */
    String since(int start) {
        return text.substring(start, at);
    }

    /** Reads hexadecimal digits of a character's number. */
    int hexadecimal(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw fail("expected a hexadecimal digit");
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    /** Appends a character in UTF-8. */
    static void appendCodePoint(StringBuilder out, int codePoint) {
        if (codePoint < 0x80) {
            out.append((char) codePoint);
        } else {
            out.append(Bytes.encode(Character.toString(codePoint)));
        }
    }

    /** What stands here, for messages. */
    String found() {
        int next = peek();
        if (next < 0) {
            return "the end of the input";
        }
        return next < 0x20 || next == 0x7F ? "control character 0x" + hex(next) : "'" + (char) next + "'";
    }

    FormatException fail(String message) {
        return FormatException.at(text, at, message);
    }

    private static String hex(int value) {
        return (value < 0x10 ? "0" : "") + Integer.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    }
}
