package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Dialect;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.require.FleetGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Items of channels with {@code coverage = "required"} that nobody consumes, and state that no backup does: one finding
 * for each.
 */
final class UncoveredItems {
    /** More readers that miss an item would tell a reader of the finding less. */
    private static final int MOST_CANDIDATES = 5;

    private final ChannelDeclarations declared;
    private final ChannelTraffic traffic;
    private final ChannelReport report;
    private final Readings readings;
    private final FleetGraph fleet;
    private final Dialect dialect;

    UncoveredItems(
            ChannelDeclarations declared,
            ChannelTraffic traffic,
            ChannelReport report,
            Readings readings,
            FleetGraph fleet,
            Dialect dialect) {
        this.fleet = fleet;
        this.dialect = dialect;
        this.declared = declared;
        this.traffic = traffic;
        this.report = report;
        this.readings = readings;
    }

    /**
     * The findings. What a reader gets that cannot be computed may be any of the items.
     *
     * @param maybeConsumed true of an item that may be consumed where something could not be read
     */
    List<Finding> findings(Predicate<Emission> maybeConsumed) {
        var found = new ArrayList<Finding>();
        traffic.emissionsByChannel().forEach((channel, emitted) -> {
            List<Consumption> readers = traffic.consumptionsOf(channel);
            if (declared.of(channel).required()) {
                if (readers.stream().noneMatch(report::isUnknown)) {
                    emitted.stream()
                            .filter(emission -> !report.isConsumed(emission) && !maybeConsumed.test(emission))
                            .forEach(emission -> found.add(item(emission, readers)));
                }
            } else if (traffic.consumptions().stream().noneMatch(report::isUnknown)) {
                emitted.stream()
                        .filter(emission -> emission.isState() && !isKept(emission) && !maybeConsumed.test(emission))
                        .forEach(emission -> found.add(state(emission, readers)));
            }
        });
        return found;
    }

    /** Whether somebody gets the state of a service, through this channel or another. */
    private boolean isKept(Emission state) {
        return report.stateReaders().containsKey(state.service().id());
    }

    private Finding item(Emission emission, List<Consumption> readers) {
        Place place = declared.of(emission.channel()).location();
        return Finding.of(
                        FindingId.UNCOVERED_ITEM,
                        emission.service().id() + " emits into the channel " + emission.channel()
                                + ", where each item must be consumed, but nobody consumes this one.")
                .subject(emission.service().id())
                .at(emission.location())
                .candidates(candidates(emission, readers))
                .related(place == null ? List.of() : List.of(new Finding.Related("the channel", place)))
                .fix(remedy(emission, readers))
                .build();
    }

    private Finding state(Emission emission, List<Consumption> readers) {
        String known = dialect.backUp(emission.service().scope());
        return Finding.of(FindingId.UNCOVERED_STATE, emission.service().id() + " keeps state that no backup reads.")
                .subject(emission.service().id())
                .at(emission.location())
                .candidates(candidates(emission, readers))
                .fix(
                        known != null
                                ? known
                                : remedy(emission, readers) + "; or, if it may be lost, set state.backup = false")
                .build();
    }

    private List<Candidate> candidates(Emission emission, List<Consumption> readers) {
        return readers.stream()
                .limit(MOST_CANDIDATES)
                .map(reader -> new Candidate(reader.service().id(), reason(emission, reader), reader.location()))
                .toList();
    }

    private String reason(Emission emission, Consumption reader) {
        if (sees(reader, emission)) {
            return "reads the channel and sees the item, but does not gather it";
        }
        List<ScopeDeclaration> around = fleet.around(emission.service(), emission.visibility());
        String widest =
                around.isEmpty() ? emission.service().id() : around.getLast().id();
        return "reads the channel, but the item is only seen in " + widest;
    }

    private boolean sees(Consumption reader, Emission emission) {
        return readings.sees(reader.service(), emission);
    }

    private String remedy(Emission emission, List<Consumption> readers) {
        String scope = emission.service().scope().id();
        if (readers.isEmpty()) {
            return "include an aspect that reads pipes." + emission.channel() + " in " + scope;
        }
        Consumption reader = readers.getFirst();
        return sees(reader, emission)
                ? "let " + reader.service().id() + " gather it: by a wider selector, or fewer stages"
                : "include " + reader.service().aspect() + " in " + scope
                        + ", or let the item be seen farther: "
                        + (emission.isState() ? "den.channels." + emission.channel() + "." : "")
                        + "visibility = \"environment\" or \"fleet\"";
    }
}
