package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects findings. One fact that fails is met by every reader of it and reported once: findings of one id, message
 * and place are the same, and the first is kept.
 */
public final class Findings {
    private final Map<Identity, Finding> found = new LinkedHashMap<>();

    private record Identity(
            FindingId id, String message, @Nullable Place location) {}

    public void add(Finding finding) {
        found.putIfAbsent(new Identity(finding.id(), finding.message(), finding.location()), finding);
    }

    public void addAll(Iterable<Finding> findings) {
        findings.forEach(this::add);
    }

    /** All findings, in the order of reports. */
    public List<Finding> sorted() {
        return found.values().stream().sorted(Finding.ORDER).toList();
    }
}
