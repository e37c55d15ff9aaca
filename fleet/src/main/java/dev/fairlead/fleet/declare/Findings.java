package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects findings. One fact that fails is met by every reader of it and reported once: findings of one id, message
 * and place are the same, and the first is kept.
 */
public final class Findings {
    private static final Comparator<Finding> SAME = Comparator.comparing(Finding::id)
            .thenComparing(Finding::message)
            .thenComparing(Finding::location, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Findings::reporter);

    private final SortedSet<Finding> found = new TreeSet<>(SAME);

    /** What a rule reports is told apart by what it is about too: it says the same of each host in one place. */
    private static String reporter(Finding finding) {
        return finding.rule() == null ? "" : finding.rule() + "\n" + finding.subject();
    }

    public void add(Finding finding) {
        found.add(finding);
    }

    public void addAll(Iterable<Finding> findings) {
        findings.forEach(this::add);
    }

    /** All findings, in the order of reports. */
    public List<Finding> sorted() {
        return found.stream().sorted(Finding.ORDER).toList();
    }
}
