package dev.fairlead.diagram.ir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Ids that every format accepts as a plain word: ASCII letters, digits and underscores, starting with a letter, at most
 * {@value #LONGEST} characters. A function of the id alone, so that an id never changes because of something else in the
 * diagram.
 *
 * <p>Injective: an id of lower-case words that {@code - @ : .} join has them written as one to four underscores, which can
 * be read back. Any other id becomes what can be kept of it, {@code _H}, which the former never contain, and 64 bits of
 * its SHA-256.
 */
public final class ShortId {
    private static final int LONGEST = 48;
    private static final int KEPT = 24;
    private static final int DIGITS = 16;
    private static final String SERVICE = "service:";
    private static final String JOINERS = "-@:.";

    private ShortId() {}

    /** The short id of an id. */
    public static String of(String id) {
        String readable = readable(id);
        return readable.isEmpty() ? hashed(id) : readable;
    }

    /** Empty if there is none. */
    private static String readable(String id) {
        // Without its prefix, a service's id has an @ and no colon, and no other id has: those without a colon are
        // hashed.
        boolean bare = id.startsWith(SERVICE) && id.indexOf('@') > 0 && id.indexOf(':', SERVICE.length()) < 0;
        String rest = bare ? id.substring(SERVICE.length()) : id;
        if ((!bare && id.indexOf(':') < 0) || rest.isEmpty() || !isLetter(rest.charAt(0))) {
            return "";
        }
        var out = new StringBuilder();
        boolean joined = true;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            int joiner = JOINERS.indexOf(c);
            if (joiner < 0 ? !isLetter(c) && !isDigit(c) : joined) {
                return "";
            }
            out.append(joiner < 0 ? String.valueOf(c) : "_".repeat(joiner + 1));
            joined = joiner >= 0;
        }
        return joined || out.length() > LONGEST ? "" : out.toString();
    }

    private static String hashed(String id) {
        var out = new StringBuilder();
        String lower = id.toLowerCase(Locale.ROOT);
        String rest = lower.startsWith(SERVICE) ? lower.substring(SERVICE.length()) : lower;
        for (int i = 0; i < rest.length() && out.length() < KEPT; i++) {
            char c = rest.charAt(i);
            if (isLetter(c) || isDigit(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '_') {
                out.append('_');
            }
        }
        if (out.isEmpty() || !isLetter(out.charAt(0))) {
            out.insert(0, 'n');
        }
        return out.append("_H").append(hash(id)).toString();
    }

    private static String hash(String id) {
        try {
            // UTF-16, since not every Java string has a UTF-8 form of its own.
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
