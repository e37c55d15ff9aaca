package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.incremental.Exports.Shown;
import dev.fairlead.fleet.incremental.Exports.Use;
import dev.fairlead.fleet.resolve.Footprint;
import dev.fairlead.fleet.resolve.Footprint.Mark;
import dev.fairlead.fleet.resolve.Traced;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How far an edit is felt: from the hosts that were edited to those that can tell the difference, and on from these. A host
 * that others see as it was before stops it, but for those who look at more than they are shown; so does one that does
 * nothing with the difference but compute its content.
 */
final class Spread {
    private final Traced seen;
    private final Neighbours neighbours;
    private final Set<String> hosts;
    private final Predicate<String> isReader;
    private final Set<String> refreshed = new HashSet<>();
    private final Exports before;
    private final Exports now;

    /**
     * @param known the fleet before the edit
     * @param seen the part of it that was resolved after the edit
     * @param hosts the names of the hosts of the part
     * @param isReader whether of a host that is not in the part what it gets from channels can be computed alone
     */
    Spread(Traced known, Traced seen, Neighbours neighbours, Set<String> hosts, Predicate<String> isReader) {
        this.isReader = isReader;
        this.seen = seen;
        this.neighbours = neighbours;
        this.hosts = hosts;
        this.before = new Exports(known.resolution(), hosts);
        this.now = new Exports(seen.resolution(), hosts);
    }

    /**
     * Some hosts and all that may have changed because they did, but for those that are {@link #refreshed}; what is not in the
     * part is not followed further.
     */
    Set<String> from(Collection<String> edited) {
        var reached = new HashSet<>(edited);
        Deque<String> todo = new ArrayDeque<>(edited);
        while (!todo.isEmpty()) {
            String host = todo.remove();
            if (hosts.contains(host)) {
                for (String next : next(host)) {
                    if (reached.add(next)) {
                        todo.add(next);
                    }
                }
            }
        }
        refreshed.removeAll(reached);
        return reached;
    }

    /** The hosts that only get something else from channels, and compute their content with that. */
    Set<String> refreshed() {
        return refreshed;
    }

    private Set<String> next(String host) {
        Shown shown = before.shown(host, now);
        boolean takes = before.takes(host, now);
        var next = new HashSet<String>();
        for (Footprint footprint : List.of(neighbours.footprint(host), seen.footprint(host))) {
            for (Mark mark : footprint.writes()) {
                for (String reader : neighbours.readers(mark)) {
                    if (neighbours.footprint(reader).looksCloser(mark)) {
                        next.add(reader);
                    } else if (shown == Shown.OTHERWISE) {
                        (mark.isChannel() && isReader.test(reader) ? refreshed : next).add(reader);
                    }
                }
                if (shown != Shown.AS_BEFORE) {
                    next.addAll(neighbours.takers(mark));
                    for (String shower : neighbours.showers(mark)) {
                        (isReader.test(shower) ? refreshed : next).add(shower);
                    }
                }
            }
            for (Mark mark : footprint.reads()) {
                if (!takes || !mark.isChannel()) {
                    next.addAll(neighbours.heeders(mark));
                }
            }
        }
        return next;
    }

    /** The channels of which it may have changed who uses them, or who gets nothing from them. */
    Set<String> otherwiseUsed(Collection<String> changed) {
        var otherwise = new TreeSet<String>();
        for (String host : changed) {
            Set<Use> was = before.uses(host);
            Set<Use> is = now.uses(host);
            was.stream().filter(use -> !is.contains(use)).map(Use::channel).forEach(otherwise::add);
            is.stream().filter(use -> !was.contains(use)).map(Use::channel).forEach(otherwise::add);
            before.dry(host).stream()
                    .filter(neighbours.footprint(host).gathers()::contains)
                    .forEach(otherwise::add);
        }
        return otherwise;
    }

    /** Whether some host gathers from a channel and gets nothing, which is said of who else emits into it. */
    boolean gathersNothing(Collection<String> changed) {
        return changed.stream()
                .anyMatch(host ->
                        now.dry(host).stream().anyMatch(seen.footprint(host).gathers()::contains));
    }
}
