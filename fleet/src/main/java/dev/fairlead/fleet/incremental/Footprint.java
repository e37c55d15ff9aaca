package dev.fairlead.fleet.incremental;

import java.util.Set;

/**
 * What a host and the others have to do with each other, as the strata saw it.
 *
 * @param reads where it looks for things that other hosts may have put there, found or not
 * @param writes where others find what it has
 * @param heeds where it matters to it who looks: providers that are told of their consumers, items that somebody must take
 * @param choosy it looks at more of others than what they put there: it chooses among them by what they are
 */
public record Footprint(Set<Mark> reads, Set<Mark> writes, Set<Mark> heeds, boolean choosy) {
    /** A host that has to do with no other. */
    static final Footprint NONE = new Footprint(Set.of(), Set.of(), Set.of(), false);

    /**
     * A name in a scope, where what is seen there under this name stands.
     *
     * @param scope its id
     * @param name of a capability or aspect, or what {@link #channel} gives
     */
    public record Mark(String scope, String name) {
        /** Before the name of a channel, so that it is the name of no capability. */
        private static final String CHANNEL = "\0channel:";

        /** What flows through a channel in a scope. */
        public static Mark channel(String scope, String channel) {
            return new Mark(scope, CHANNEL + channel);
        }

        /** What flows through whatever channel in a scope. */
        public static Mark channels(String scope) {
            return new Mark(scope, CHANNEL);
        }

        boolean isChannel() {
            return name.startsWith(CHANNEL);
        }
    }

    public Footprint {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        heeds = Set.copyOf(heeds);
    }
}
