package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.claim.Allocation.Displaced;
import dev.fairlead.fleet.claim.Allocation.Wanted;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the lock holds with what was chosen. */
final class StaleLock {
    private static final int LISTED = 8;

    private record Key(String service, String name) {}

    private final Locked locked;
    private final ServiceNames names;
    private final boolean incomplete;
    private final List<Related> added = new ArrayList<>();
    private final Set<Key> claimed = new HashSet<>();
    private int fresh;
    private @Nullable Place first;

    /** @param incomplete true if services may be missing, so that what nobody claims may still be theirs */
    StaleLock(Locked locked, ServiceNames names, boolean incomplete) {
        this.locked = locked;
        this.names = names;
        this.incomplete = incomplete;
    }

    /** Looks at the ports of one host. A displaced port has a finding of its own. */
    void add(Allocation allocation) {
        var displaced = new HashSet<Wanted>();
        for (Displaced each : allocation.displaced()) {
            displaced.add(each.wanted());
        }
        allocation.ports().forEach((wanted, port) -> {
            String name = wanted.declaration().name();
            claimed.add(new Key(wanted.by(), name));
            Integer before = locked.lock().port(wanted.by(), name);
            if (!port.equals(before) && !displaced.contains(wanted)) {
                fresh++;
                Place place = wanted.declaration().location();
                if (place != null && added.size() < LISTED) {
                    added.add(new Related(port + " for ports." + name + " of " + names.print(wanted.by()), place));
                }
                first = first == null ? place : first;
            }
        });
        allocation
                .exhausted()
                .forEach(each ->
                        claimed.add(new Key(each.by(), each.declaration().name())));
    }

    /** The note, or null if the lock holds what it should. */
    @Nullable
    Finding finding() {
        int gone = incomplete ? 0 : gone();
        if (locked instanceof Locked.Unreadable || (fresh == 0 && gone == 0)) {
            return null;
        }
        boolean absent = locked instanceof Locked.Absent;
        String lacks = fresh == 0
                ? ""
                : " does not hold " + (fresh == 1 ? "the port" : "the " + fresh + " ports") + " that Fairlead chose";
        String keeps =
                gone == 0 ? "" : " holds " + (gone == 1 ? "a port" : gone + " ports") + " that nobody claims any more";
        return Finding.of(
                        FindingId.LOCK_STALE,
                        absent
                                ? "There is no " + Lock.FILE + ", so the port" + (fresh == 1 ? "" : "s")
                                        + " that Fairlead chose may move."
                                : Lock.FILE + lacks + (lacks.isEmpty() || keeps.isEmpty() ? "" : ", and") + keeps + ".")
                .at(absent ? first : Places.wholeFile(Lock.FILE))
                .related(added)
                .fix("run fairlead lock")
                .build();
    }

    private int gone() {
        int gone = 0;
        for (var service : locked.lock().ports().entrySet()) {
            for (String name : service.getValue().keySet()) {
                gone += claimed.contains(new Key(service.getKey(), name)) ? 0 : 1;
            }
        }
        return gone;
    }
}
