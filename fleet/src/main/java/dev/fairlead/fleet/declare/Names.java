package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what declarations are called. */
public final class Names {
    /** They separate the parts of ids. */
    private static final String RESERVED = "@:/[]";

    /** No character. */
    private static final int NONE = -1;

    private Names() {}

    /** Reports the name of a host, user, environment or aspect that ids could not be taken apart with. */
    static void check(Fact named, String kind) {
        Finding.Builder flaw = flaw(named.name(), kind, kind + " " + named);
        if (flaw != null) {
            named.report(flaw);
        }
    }

    /**
     * What is wrong with a name that ids could not be taken apart with; null if nothing is.
     *
     * @param kind what has the name: {@code the host}
     * @param named the same, told from others
     */
    public static Finding.@Nullable Builder flaw(String name, String kind, String named) {
        if (name.isEmpty()) {
            return bad("The name of " + kind + " is empty.");
        }
        int reserved = name.codePoints()
                .filter(c -> RESERVED.indexOf(c) >= 0 || Character.isISOControl(c))
                .findFirst()
                .orElse(NONE);
        return reserved == NONE
                ? null
                : bad("The name of " + named + " contains "
                        + (Character.isISOControl(reserved)
                                ? "a control character"
                                : "\"" + Character.toString(reserved) + "\"")
                        + ", which no name may.");
    }

    private static Finding.Builder bad(String message) {
        return Finding.of(FindingId.BAD_NAME, message).fix("use letters, digits, \"-\" and \"_\"");
    }

    /**
     * Reports an attribute that is not known, if it may be a misspelling or if every one must be known.
     *
     * @param strict true if none may be unknown
     */
    static void checkKnown(Fact attribute, Collection<String> known, Set<String> declared, boolean strict) {
        String name = attribute.name();
        if (known.contains(name) || declared.contains(name)) {
            return;
        }
        var all = new TreeSet<>(known);
        all.addAll(declared);
        String nearest = Suggestions.nearest(name, all);
        if (nearest != null || strict) {
            attribute.report(unknown(attribute, nearest).severity(strict ? Severity.ERROR : Severity.WARNING));
        }
    }

    /** Reports an attribute that means nothing. */
    static void unknown(Fact attribute, Collection<String> known) {
        attribute.report(unknown(attribute, Suggestions.nearest(attribute.name(), known)));
    }

    private static Finding.Builder unknown(Fact attribute, @Nullable String nearest) {
        return Finding.of(FindingId.UNKNOWN_ATTRIBUTE, attribute + " is not an attribute that Fairlead knows.")
                .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?");
    }
}
