package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.channel.ChannelTypes.Typed;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service puts into a channel. One object is one emission, however equal two may look.
 *
 * @param order among the emissions of the service
 * @param data what is emitted, as its channel has it
 * @param origin what the service said to emit it
 */
public record Emission(
        DeployedService service,
        int order,
        String channel,
        Typed data,
        Visibility visibility,
        Origin origin,
        @Nullable Place location) {
    /** By service, then as they are declared. */
    static final Comparator<Emission> ORDER = Comparator.<Emission, String>comparing(
                    emission -> emission.service().id())
            .thenComparingInt(Emission::order);

    /** What makes a service emit. */
    public enum Origin {
        /** An entry of {@code pipe}. */
        PIPE,
        /** Its {@code state}, which whoever backs up reads. */
        STATE,
        /** Its {@code state} too, seen only by those who gather, where the service emits nothing of its own. */
        CONTRIBUTION
    }

    /** What is emitted, a cell. */
    public Value value() {
        return data.value();
    }

    /** The same as those see it who look at the service from a part of the fleet that it is not in. */
    public Emission asSeen(DeployedService from, Value value) {
        return new Emission(from, order, channel, new Typed(value, null), visibility, origin, location);
    }

    /** True if it is what the service keeps, in whatever channel. */
    boolean isState() {
        return origin != Origin.PIPE;
    }

    boolean isContribution() {
        return origin == Origin.CONTRIBUTION;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
