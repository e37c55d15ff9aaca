package dev.fairlead.fleet.claim;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address a service listens on. Two spellings of one address are equal, and {@code 0.0.0.0}, {@code ::} and
 * {@code *} are all addresses at once: a socket bound to {@code ::} takes the port of IPv4 too where the system leaves
 * {@code IPV6_V6ONLY} off, as Linux does.
 *
 * @param text as it was written
 * @param canonical equal for equal addresses; null for all addresses
 */
record BindAddress(String text, @Nullable String canonical) {
    /** All addresses: what a claim binds that does not say. */
    static final BindAddress EVERY = new BindAddress("0.0.0.0", null);

    /** Java reads {@code 1.2} and {@code 010.0.0.1} as addresses too, and not everyone reads them as the same ones. */
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern ZONE = Pattern.compile("[0-9A-Za-z_.@-]+");

    /** The address that a text means, in brackets or not, or null if it means none. Asks no name server. */
    static @Nullable BindAddress parse(String text) {
        if (text.equals("*")) {
            return new BindAddress(text, null);
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        int percent = bare.indexOf('%');
        String address = percent < 0 ? bare : bare.substring(0, percent);
        String zone = percent < 0 ? "" : bare.substring(percent);
        boolean six = COLONS.matcher(address).matches();
        if (!(six || (DOTTED.matcher(address).matches() && !bracketed && zone.isEmpty()))
                || (percent >= 0 && !ZONE.matcher(zone.substring(1)).matches())) {
            return null;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (parsed.isAnyLocalAddress()) {
                return new BindAddress(text, null);
            }
            return new BindAddress(text, parsed.getHostAddress() + (parsed instanceof Inet6Address ? zone : ""));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** True if a socket on one takes the port of a socket on the other. */
    boolean overlaps(BindAddress other) {
        return canonical == null || other.canonical == null || canonical.equals(other.canonical);
    }
}
