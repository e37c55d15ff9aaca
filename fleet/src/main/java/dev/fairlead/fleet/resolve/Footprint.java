package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.resolution.Owners;
import java.util.Set;

/**
 * What a host and the others have to do with each other, as the strata saw it.
 *
 * @param reads where it looks for things that other hosts may have put there, found or not
 * @param takes where it computes with what it finds there, and does not only find it
 * @param shows where it does nothing with what it finds there but compute its content
 * @param writes where others find what it has
 * @param heeds where it matters to it who looks: providers that are told of their consumers, items that somebody must take
 * @param gathers the channels of which it chooses items by who emits them
 * @param choosy it looks at more of others than what they put there in other ways too
 */
public record Footprint(
        Set<Mark> reads,
        Set<Mark> takes,
        Set<Mark> shows,
        Set<Mark> writes,
        Set<Mark> heeds,
        Set<String> gathers,
        boolean choosy) {
    /** A host that has to do with no other. */
    public static final Footprint NONE =
            new Footprint(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    /**
     * A name in a scope, where what is seen there under this name stands.
     *
     * @param scope its id
     * @param name of a capability or aspect, or what {@link #channel} gives
     */
    public record Mark(String scope, String name) {
        /** Before the name of a channel, so that it is the name of no capability. */
        private static final String CHANNEL = "\0channel:";

        /** The scope itself. */
        public static Mark of(String scope) {
            return new Mark(scope, "");
        }

        /** What flows through a channel in a scope. */
        public static Mark channel(String scope, String channel) {
            return new Mark(scope, CHANNEL + channel);
        }

        /** What flows through whatever channel in a scope. */
        public static Mark channels(String scope) {
            return new Mark(scope, CHANNEL);
        }

        /** Whether it is a host, what lies on one, or a service, and not a scope that hosts lie in. */
        public boolean isOfHost() {
            return Owners.ofScope(scope) != null || scope.startsWith("service:");
        }

        public boolean isChannel() {
            return name.startsWith(CHANNEL);
        }
    }

    public Footprint {
        reads = Set.copyOf(reads);
        takes = Set.copyOf(takes);
        shows = Set.copyOf(shows);
        writes = Set.copyOf(writes);
        heeds = Set.copyOf(heeds);
        gathers = Set.copyOf(gathers);
    }

    /** Whether it can tell the difference where others put the same there as before, but are not the same. */
    public boolean looksCloser(Mark mark) {
        return choosy
                || (!gathers.isEmpty() && mark.equals(Mark.channels(mark.scope())))
                || gathers.stream().anyMatch(channel -> mark.equals(Mark.channel(mark.scope(), channel)));
    }
}
