package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.require.FleetGraph;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What became of what services emit; known once all that flows is computed. */
public final class Fates {
    /** More readers that miss an item would tell a reader of a finding less. */
    private static final int MOST_MISSES = 5;

    private final ChannelDeclarations declared;
    private final ChannelTraffic traffic;
    private final ChannelReport report;
    private final Readings readings;
    private final FleetGraph fleet;
    private final Predicate<Emission> maybeConsumed;

    /** @param maybeConsumed true of an item that may be consumed where something could not be read */
    Fates(
            ChannelDeclarations declared,
            ChannelTraffic traffic,
            ChannelReport report,
            Readings readings,
            FleetGraph fleet,
            Predicate<Emission> maybeConsumed) {
        this.declared = declared;
        this.traffic = traffic;
        this.report = report;
        this.readings = readings;
        this.fleet = fleet;
        this.maybeConsumed = maybeConsumed;
    }

    /** Whether a channel says that each of its items must be consumed. */
    public boolean isRequired(String channel) {
        return declared.of(channel).required();
    }

    /** Where a channel is declared, or null. */
    public @Nullable Place place(String channel) {
        return declared.of(channel).location();
    }

    /** What became of the items of a channel, in their order. */
    public List<Fate> of(String channel) {
        return traffic.emissionsByChannel().getOrDefault(channel, List.of()).stream()
                .map(Fate::new)
                .toList();
    }

    /**
     * A service that reads a channel.
     *
     * @param sees whether it would get an item if it took all that it sees
     */
    public record Miss(String service, boolean sees) {}

    /** What became of one item. */
    public final class Fate {
        private final Emission emission;

        private Fate(Emission emission) {
            this.emission = emission;
        }

        /** Whether its channel says that each item must be consumed. */
        public boolean isRequired() {
            return Fates.this.isRequired(emission.channel());
        }

        /** Whether it is what the service keeps. */
        public boolean isState() {
            return emission.isState();
        }

        public boolean isConsumed() {
            return report.isConsumed(emission);
        }

        /** Whether somebody gets the state that it is, through this channel or another. */
        public boolean isKept() {
            return emission.isState()
                    && report.stateReaders().containsKey(emission.service().id());
        }

        /** Whether it may be consumed where something could not be read or computed. */
        public boolean isDoubtful() {
            List<Consumption> readers =
                    isRequired() ? traffic.consumptionsOf(emission.channel()) : traffic.consumptions();
            return readers.stream().anyMatch(report::isUnknown) || maybeConsumed.test(emission);
        }

        /** The id of the widest scope in which it is seen. */
        public String seenIn() {
            List<ScopeDeclaration> around = fleet.around(emission.service(), emission.visibility());
            return around.isEmpty() ? emission.service().id() : around.getLast().id();
        }

        /** The first readers of its channel; of an item that nobody consumes, those that miss it. */
        public List<Miss> readers() {
            return traffic.consumptionsOf(emission.channel()).stream()
                    .limit(MOST_MISSES)
                    .map(reader -> new Miss(reader.service().id(), readings.sees(reader.service(), emission)))
                    .toList();
        }
    }
}
