package dev.fairlead.cli.difference;

import dev.fairlead.cli.report.Summary;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.diff.Difference.Affected;
import dev.fairlead.diagram.diff.Difference.Size;
import java.util.List;

/** What a difference comes to, in two lines. */
final class Headline {
    /** So many names are read; of more, the first are shown. */
    private static final int SOME = 5;

    private Headline() {}

    /** {@code home: 12 services on 3 hosts, was 13 services on 3 hosts}. */
    static String size(Difference difference) {
        Size before = difference.before();
        Size after = difference.after();
        String name = before.fleet().equals(after.fleet()) ? after.fleet() : before.fleet() + " → " + after.fleet();
        return name + ": " + change("service", before.services(), after.services()) + ", "
                + change("host", before.hosts(), after.hosts()) + ", "
                + change("error", before.errors(), after.errors());
    }

    private static String change(String noun, int before, int after) {
        return (before == after ? "" : before + " → ") + Summary.plural(after, noun);
    }

    /** What the change reaches, in one line. */
    static String reach(Affected affected) {
        StringBuilder words = new StringBuilder(
                "different: " + Summary.plural(affected.changed().size(), "service"));
        if (!affected.dependent().isEmpty()) {
            words.append(", needed by ").append(affected.dependent().size()).append(" more");
        }
        if (!affected.hosts().isEmpty()) {
            words.append("; on ").append(some(affected.hosts()));
        }
        return words.toString();
    }

    /** The first of many, and how many more there are. */
    static String some(List<String> ids) {
        int shown = ids.size() <= SOME ? ids.size() : SOME - 1;
        String words = String.join(", ", ids.subList(0, shown));
        return shown == ids.size() ? words : words + " and " + (ids.size() - shown) + " more";
    }
}
