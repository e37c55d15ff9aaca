package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.value.EvalException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Channels that nobody reads or nobody emits into, and gathers that take nothing. */
final class UnusedChannels {
    /** More near misses than this would tell a reader less. */
    private static final int MOST_CANDIDATES = 5;

    private final ChannelDeclarations declared;
    private final ChannelTraffic traffic;
    private final ChannelReport report;
    private final Readings readings;

    UnusedChannels(ChannelDeclarations declared, ChannelTraffic traffic, ChannelReport report, Readings readings) {
        this.declared = declared;
        this.traffic = traffic;
        this.report = report;
        this.readings = readings;
    }

    /**
     * What there is to say.
     *
     * @param certain false if something could not be read: whoever is missing may emit or read there
     * @param maybeRead true of an item that may be read where something could not be read
     */
    List<Finding> findings(boolean certain, Predicate<Emission> maybeRead) {
        var found = new ArrayList<Finding>();
        var meant = new HashSet<String>();
        if (certain) {
            found.addAll(idle());
            found.addAll(misspelt(meant));
            found.addAll(empty());
        }
        traffic.emissionsByChannel().forEach((channel, emitted) -> {
            // What stands in its state, a service keeps whether or not somebody backs it up
            boolean isSaid = emitted.stream().anyMatch(emission -> emission.origin() == Emission.Origin.PIPE);
            if (isSaid
                    && traffic.consumptionsOf(channel).isEmpty()
                    && !declared.of(channel).required()
                    && !meant.contains(channel)
                    && emitted.stream().noneMatch(maybeRead)) {
                found.add(unread(channel, emitted));
            }
        });
        return found;
    }

    private List<Finding> idle() {
        var found = new ArrayList<Finding>();
        for (String channel : declared.names()) {
            if (!traffic.emissionsByChannel().containsKey(channel)
                    && traffic.consumptionsOf(channel).isEmpty()) {
                found.add(idle(channel));
            }
        }
        return found;
    }

    /** @param meant gets the names that are probably meant */
    private List<Finding> misspelt(Set<String> meant) {
        var found = new ArrayList<Finding>();
        traffic.consumptionsByChannel().forEach((channel, readers) -> {
            String nearest = isKnown(channel) ? null : Suggestions.nearest(channel, known());
            if (nearest != null) {
                meant.add(nearest);
                found.add(misspelt(channel, nearest, readers.getFirst()));
            }
        });
        return found;
    }

    private Finding idle(String channel) {
        return Finding.of(
                        FindingId.UNUSED_CHANNEL,
                        "The channel " + channel + " is declared, but nobody emits into it or reads it.")
                .at(declared.of(channel).location())
                .fix(suggestion(channel, traffic.names()).orElse("remove den.channels." + channel))
                .build();
    }

    private Finding unread(String channel, List<Emission> emitted) {
        Emission first = emitted.getFirst();
        List<String> ids =
                emitted.stream().map(e -> e.service().id()).distinct().toList();
        return Finding.of(
                        FindingId.UNUSED_CHANNEL,
                        services(ids) + (ids.size() == 1 ? " emits" : " emit") + " into the channel " + channel
                                + ", which nobody reads.")
                .subject(first.service().id())
                .at(first.location())
                .fix(suggestion(channel, traffic.consumptionsByChannel().keySet())
                        .orElse("read pipes." + channel + " in a facet of the service that needs it"))
                .build();
    }

    private boolean isKnown(String channel) {
        return traffic.emissionsByChannel().containsKey(channel)
                || declared.names().contains(channel);
    }

    private Set<String> known() {
        var known = new TreeSet<>(traffic.emissionsByChannel().keySet());
        known.addAll(declared.names());
        return known;
    }

    /** Reading an empty channel is fine, unless another was meant. */
    private static Finding misspelt(String channel, String meant, Consumption reader) {
        return Finding.of(
                        FindingId.UNUSED_CHANNEL,
                        reader.service().id() + " reads the channel " + channel + ", into which nobody emits.")
                .severity(Severity.WARNING)
                .subject(reader.service().id())
                .at(reader.location())
                .fix("did you mean \"" + meant + "\"?")
                .build();
    }

    private static Optional<String> suggestion(String channel, Collection<String> known) {
        return Optional.ofNullable(Suggestions.nearest(channel, known))
                .filter(nearest -> !nearest.equals(channel))
                .map(nearest -> "did you mean \"" + nearest + "\"?");
    }

    private record Empty(PipeEntry.Gather gather, List<Consumption> readers) {}

    /** Gathers that take nothing: one finding for each place where one is written, however many services have it. */
    private List<Finding> empty() {
        var byPlace = new LinkedHashMap<Optional<Place>, Empty>();
        for (Consumption reader : traffic.consumptionsByChannel().values().stream()
                .flatMap(List::stream)
                .toList()) {
            for (PipeEntry.Gather gather : readings.gathers(reader.service())) {
                if (gather.channel().equals(reader.channel()) && takesNothing(reader, gather)) {
                    byPlace.computeIfAbsent(
                                    Optional.ofNullable(gather.location()),
                                    place -> new Empty(gather, new ArrayList<>()))
                            .readers()
                            .add(reader);
                }
            }
        }
        return byPlace.values().stream().map(this::empty).toList();
    }

    private boolean takesNothing(Consumption reader, PipeEntry.Gather gather) {
        return !report.isUnknown(reader)
                && readings.chosen(reader.service(), gather).isEmpty();
    }

    private Finding empty(Empty empty) {
        Consumption first = empty.readers().getFirst();
        List<String> ids =
                empty.readers().stream().map(reader -> reader.service().id()).toList();
        Stream<Emission> missed = traffic.emissionsByChannel().getOrDefault(first.channel(), List.of()).stream();
        return Finding.of(
                        FindingId.UNUSED_CHANNEL,
                        services(ids) + (ids.size() == 1 ? " gathers" : " gather") + " from the channel "
                                + first.channel() + ", but its selector matches nothing there.")
                .subject(first.service().id())
                .at(empty.gather().location())
                .candidates(missed.map(emission -> missed(first, empty.gather(), emission))
                        .filter(Objects::nonNull)
                        .limit(MOST_CANDIDATES)
                        .toList())
                .build();
    }

    private @Nullable Candidate missed(Consumption reader, PipeEntry.Gather gather, Emission emission) {
        boolean seen = readings.sees(reader.service(), emission);
        boolean matches = !seen && matches(gather, emission);
        if (!seen && !matches) {
            return null;
        }
        String reason = seen
                ? "emits an item in sight, but the selector does not match it"
                : "matches, but emits for its " + emission.visibility().text() + " only";
        return new Candidate(emission.service().id(), reason, emission.location());
    }

    /** What the selector fails on is not what it was meant for. */
    private boolean matches(PipeEntry.Gather gather, Emission emission) {
        try {
            return readings.matches(gather, emission);
        } catch (EvalException failure) {
            return false;
        }
    }

    private static String services(List<String> ids) {
        return ids.size() == 1
                ? ids.getFirst()
                : ids.getFirst() + " and " + (ids.size() - 1)
                        + (ids.size() == 2 ? " other service" : " other services");
    }
}
