package dev.fairlead.nix.builtin.store;

import org.jspecify.annotations.Nullable;

/** Base 32 as Nix writes it: without the letters e, o, t and u, and with the last byte first. */
final class Nix32 {
    private static final String DIGITS = "0123456789abcdfghijklmnpqrsvwxyz";

    private Nix32() {}

    /** How many digits this many bytes take. */
    static int length(int bytes) {
        return (bytes * 8 + 4) / 5;
    }

    static String encode(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (int n = length(bytes.length) - 1; n >= 0; n--) {
            int bit = n * 5;
            int low = bytes[bit / 8] & 0xFF;
            int high = bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xFF : 0;
            digits.append(DIGITS.charAt((high << 8 | low) >>> bit % 8 & 0x1F));
        }
        return digits.toString();
    }

    /** The bytes, or null if the text is not the base-32 form of any. */
    static byte @Nullable [] decode(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        for (int n = 0; n < text.length(); n++) {
            int digit = DIGITS.indexOf(text.charAt(text.length() - n - 1));
            if (digit < 0) {
                return null;
            }
            int bit = n * 5;
            int shifted = digit << bit % 8;
            int at = bit / 8;
            if (at < bytes.length) {
                bytes[at] |= (byte) shifted;
            }
            if (at + 1 < bytes.length) {
                bytes[at + 1] |= (byte) (shifted >>> 8);
            } else if (shifted >>> (at < bytes.length ? 8 : 0) != 0) {
                return null;
            }
        }
        return bytes;
    }

    static boolean isDigit(char c) {
        return DIGITS.indexOf(c) >= 0;
    }
}
