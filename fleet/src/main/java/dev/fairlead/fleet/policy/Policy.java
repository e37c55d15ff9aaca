package dev.fairlead.fleet.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that the rules of a fleet change, at one moment of their evaluation. Immutable. */
public final class Policy {
    /** Nothing is changed. */
    public static final Policy NONE = new Policy(List.of());

    /** By who asked and what is changed: the order of changes, and their identity. */
    private final SortedMap<String, Change> changes;

    private final Map<String, List<Change>> byTarget = new HashMap<>();

    /** Policies are looked up for each rule, and hashing one takes as long as it is large. */
    private final int hash;

    private Policy(Collection<? extends Change> all) {
        var sorted = new TreeMap<String, Change>();
        for (Change change : all) {
            sorted.merge(change.because().rule() + "\n" + change.key(), change, Policy::firstFact);
        }
        changes = Collections.unmodifiableSortedMap(sorted);
        hash = sorted.keySet().hashCode();
        List<Change> strongest = sorted.values().stream()
                .sorted(Comparator.comparingInt(
                                (Change change) -> change.because().priority())
                        .reversed())
                .toList();
        for (Change change : strongest) {
            byTarget.computeIfAbsent(change.target(), key -> new ArrayList<>()).add(change);
        }
    }

    /** Of two facts that lead to one change, the first by id answers for it. */
    private static Change firstFact(Change a, Change b) {
        return a.because().fact().compareTo(b.because().fact()) <= 0 ? a : b;
    }

    /** The policy with these changes; those that a rule asks for twice are one. */
    public static Policy of(Collection<? extends Change> changes) {
        return changes.isEmpty() ? NONE : new Policy(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** All changes, by rule, then by what they change. */
    public Collection<Change> changes() {
        return changes.values();
    }

    /** The changes of one kind, by rule. */
    public <C extends Change> List<C> all(Class<C> kind) {
        return only(kind, changes.values());
    }

    /** The changes of one kind to a scope or service, by priority, high first, then by rule. */
    public <C extends Change> List<C> of(Class<C> kind, String target) {
        return only(kind, byTarget.getOrDefault(target, List.of()));
    }

    private static <C extends Change> List<C> only(Class<C> kind, Collection<Change> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The policy without some of its changes; itself if there are none of those. */
    public Policy without(Predicate<Change> some) {
        List<Change> rest = changes.values().stream().filter(some.negate()).toList();
        return rest.size() == changes.size() ? this : of(rest);
    }

    /** Equal if the same rules ask for the same changes, whichever facts led to them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Policy policy
                        && hash == policy.hash
                        && changes.keySet().equals(policy.changes.keySet()));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return String.join("\n", changes.keySet());
    }
}
