package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.claim.Allocation.Displaced;
import dev.fairlead.fleet.claim.Allocation.Wanted;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with claims, in words. */
final class ClaimFindings {
    private final ServiceNames names;
    private final @Nullable Place autoRange;

    /** @param autoRange where the range of automatic numbers is declared, if it is */
    ClaimFindings(ServiceNames names, @Nullable Place autoRange) {
        this.names = names;
        this.autoRange = autoRange;
    }

    /** A port that has to leave the number it had. */
    Finding displaced(String host, Displaced displaced, @Nullable Integer now) {
        Wanted wanted = displaced.wanted();
        Claim by = displaced.by();
        String moves = now == null ? "" : ", so it moves to " + now;
        Place place = by.declaration().location();
        return Finding.of(
                        FindingId.PORT_DISPLACED,
                        "Port " + displaced.from() + " of " + names.print(wanted.by()) + " (ports."
                                + wanted.declaration().name() + ") on " + host + " is now claimed by "
                                + names.print(by.by()) + moves + ".")
                .subject(wanted.by())
                .at(wanted.declaration().location())
                .related(
                        place == null
                                ? List.of()
                                : List.of(new Related(
                                        names.print(by.by()) + " claims " + by.protocol() + " " + by.ports()
                                                + " as ports."
                                                + by.declaration().name(),
                                        place)))
                .fix("run fairlead lock, or give " + names.print(by.by()) + " another number")
                .build();
    }

    /** The ports of a host for which no number is left, or null if there are none. */
    @Nullable
    Finding exhausted(String host, Allocation allocation, PortRange range) {
        if (allocation.exhausted().isEmpty()) {
            return null;
        }
        var related = new ArrayList<Related>();
        if (autoRange != null) {
            related.add(new Related("the range", autoRange));
        }
        List<Wanted> without = allocation.exhausted();
        return Finding.of(
                        FindingId.PORT_EXHAUSTED,
                        "No port from " + range.first() + " to " + range.last() + " is free on " + host + " for "
                                + without.stream()
                                        .map(each -> names.print(each.by()) + " (ports."
                                                + each.declaration().name() + ")")
                                        .collect(Collectors.joining(", "))
                                + ".")
                .subject(host)
                .at(without.getFirst().declaration().location())
                .related(related)
                .fix("widen den.fleet.ports.auto")
                .build();
    }
}
