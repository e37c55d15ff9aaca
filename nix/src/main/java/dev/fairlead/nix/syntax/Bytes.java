package dev.fairlead.nix.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Conversion between text and the byte strings this module works on (one {@code char} per byte, 0–255).
 *
 * <p>A byte string keeps Java's compact Latin-1 representation, so it costs a byte per byte, its
 * {@link String#compareTo} is Nix's byte order and its {@link String#length} is {@code builtins.stringLength}.
 * For ASCII, text and byte string are the same object.
 */
public final class Bytes {
    private Bytes() {}

    /** The byte string of the UTF-8 encoding of {@code text}. */
    public static String encode(String text) {
        return isAscii(text) ? text : of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text that {@code bytes} encode as UTF-8; malformed sequences become U+FFFD. */
    public static String decode(String bytes) {
        return isAscii(bytes) ? bytes : new String(toArray(bytes), StandardCharsets.UTF_8);
    }

    /** The byte string with these bytes. */
    public static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a byte string. */
    public static byte[] toArray(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The offset of the first byte that is not part of well-formed UTF-8, or −1 if all are. */
    public static int firstMalformed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // Long texts are read in pieces, since nobody wants the characters.
        CharBuffer piece = CharBuffer.allocate(Math.min(bytes.length, 1 << 13) + 1);
        CoderResult result;
        do {
            result = decoder.decode(in, piece.clear(), true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
