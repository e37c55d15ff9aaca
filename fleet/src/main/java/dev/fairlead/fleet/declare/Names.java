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
final class Names {
    /** They separate the parts of ids. */
    private static final String RESERVED = "@:/[]";

    private Names() {}

    /** Reports the name of a host, user, environment or aspect that ids could not be taken apart with. */
    static void check(Fact named, String kind) {
        String name = named.name();
        if (name.isEmpty()) {
            bad(named, "The name of " + kind + " is empty.");
            return;
        }
        name.codePoints()
                .filter(c -> RESERVED.indexOf(c) >= 0 || Character.isISOControl(c))
                .findFirst()
                .ifPresent(c -> bad(
                        named,
                        "The name of " + kind + " " + named + " contains "
                                + (Character.isISOControl(c)
                                        ? "a control character"
                                        : "\"" + Character.toString(c) + "\"")
                                + ", which no name may."));
    }

    private static void bad(Fact named, String message) {
        named.report(Finding.of(FindingId.BAD_NAME, message).fix("use letters, digits, \"-\" and \"_\""));
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
