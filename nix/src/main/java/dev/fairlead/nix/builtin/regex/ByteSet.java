package dev.fairlead.nix.builtin.regex;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A set of bytes, while a pattern is read: one byte, a bracket expression, or any byte. */
final class ByteSet {
    private final boolean[] members = new boolean[256];

    static ByteSet of(int member) {
        ByteSet set = new ByteSet();
        set.add(member);
        return set;
    }

    /** What {@code .} matches: any byte (line breaks included), but NUL, which no string has. */
    static ByteSet any() {
        ByteSet set = new ByteSet();
        set.complement();
        set.members[0] = false;
        return set;
    }

    void add(int member) {
        members[member] = true;
    }

    /**
     * Adds the bytes of a range. Bytes are ordered as signed numbers, as they are on the machines Nix runs on.
     *
     * @return false if the range is empty
     */
    boolean addRange(int low, int high) {
        if ((byte) low > (byte) high) {
            return false;
        }
        for (int b = (byte) low; b <= (byte) high; b++) {
            members[b & 0xFF] = true;
        }
        return true;
    }

    /** Adds an ASCII letter in both cases, or any other ASCII character: an equivalence class of the C locale. */
    void addEquivalents(int member) {
        add(Character.toLowerCase((char) member));
        add(Character.toUpperCase((char) member));
    }

    /**
     * Adds a named class such as {@code alpha}, as in the C locale.
     *
     * @return false if there is no such class
     */
    boolean addClass(String name) {
        IntPredicate test = classNamed(name.toLowerCase(Locale.ROOT));
        if (test == null) {
            return false;
        }
        for (int b = 0; b < 0x80; b++) {
            members[b] |= test.test(b);
        }
        return true;
    }

    void complement() {
        for (int b = 0; b < members.length; b++) {
            members[b] = !members[b];
        }
    }

    /** Membership by byte. Not to be modified. */
    boolean[] members() {
        return members;
    }

    private static @Nullable IntPredicate classNamed(String name) {
        return switch (name) {
            case "d", "digit" -> ByteSet::isDigit;
            case "w" -> b -> isAlpha(b) || isDigit(b) || b == '_';
            case "s", "space" -> b -> b == ' ' || isBetween('\t', b, '\r');
            case "alnum" -> b -> isAlpha(b) || isDigit(b);
            case "alpha" -> ByteSet::isAlpha;
            case "blank" -> b -> b == ' ' || b == '\t';
            case "cntrl" -> b -> b < ' ' || b == 0x7F;
            case "graph" -> b -> isBetween('!', b, '~');
            case "lower" -> b -> isBetween('a', b, 'z');
            case "print" -> b -> isBetween(' ', b, '~');
            case "punct" -> b -> isBetween('!', b, '~') && !isAlpha(b) && !isDigit(b);
            case "upper" -> b -> isBetween('A', b, 'Z');
            case "xdigit" -> b -> isDigit(b) || isBetween('a', b, 'f') || isBetween('A', b, 'F');
            default -> null;
        };
    }

    private static boolean isAlpha(int b) {
        return isBetween('a', b, 'z') || isBetween('A', b, 'Z');
    }

    private static boolean isDigit(int b) {
        return isBetween('0', b, '9');
    }

    private static boolean isBetween(char low, int b, char high) {
        return b >= low && b <= high;
    }
}
