package dev.fairlead.cli.lock;

import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.fleet.claim.Lock;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a new lock changes, port by port. */
public final class LockChanges {
    private record Key(String service, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int services = service.compareTo(other.service);
            return services == 0 ? name.compareTo(other.name) : services;
        }
    }

    private record Change(
            @Nullable Integer before, @Nullable Integer after) {}

    private final SortedMap<Key, Change> changes = new TreeMap<>();
    private final int ports;

    private LockChanges(int ports) {
        this.ports = ports;
    }

    public static LockChanges between(Lock before, Lock after) {
        SortedMap<Key, Integer> old = flat(before);
        SortedMap<Key, Integer> now = flat(after);
        var changes = new LockChanges(now.size());
        old.forEach((key, port) -> changes.add(key, port, now.get(key)));
        now.forEach((key, port) -> changes.add(key, old.get(key), port));
        return changes;
    }

    private void add(Key key, @Nullable Integer before, @Nullable Integer after) {
        if (!Objects.equals(before, after)) {
            changes.put(key, new Change(before, after));
        }
    }

    private static SortedMap<Key, Integer> flat(Lock lock) {
        var flat = new TreeMap<Key, Integer>();
        lock.ports().forEach((service, names) -> names.forEach((name, port) -> flat.put(new Key(service, name), port)));
        return flat;
    }

    public boolean none() {
        return changes.isEmpty();
    }

    /** A line for each port that changes, and one for the whole. */
    public String text() {
        var out = new StringBuilder();
        changes.forEach((key, change) -> {
            String port = TerminalText.visible(key.service() + " ports." + key.name()) + ": ";
            if (change.before() == null) {
                out.append("+ ").append(port).append(change.after());
            } else if (change.after() == null) {
                out.append("- ").append(port).append(change.before());
            } else {
                out.append("~ ")
                        .append(port)
                        .append(change.before())
                        .append(" → ")
                        .append(change.after());
            }
            out.append('\n');
        });
        return out.append(Lock.FILE)
                .append(": ")
                .append(ports)
                .append(ports == 1 ? " port, " : " ports, ")
                .append(none() ? "none" : changes.size())
                .append(" changed\n")
                .toString();
    }
}
