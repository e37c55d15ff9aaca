package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one attribute of the facet {@code pipe} says. */
sealed interface PipeEntry {
    /** Its name in the facet. */
    String name();

    String channel();

    @Nullable
    Place location();

    /**
     * An emission: {@code { channel; data; visibility; }}.
     *
     * @param data a cell
     * @param visibility null where the channel's own decides
     */
    record Emit(
            String name,
            String channel,
            Value data,
            @Nullable Visibility visibility,
            @Nullable Place location) implements PipeEntry {}

    /**
     * A choice among the items in sight, and what is made of them: {@code { gather; channel; filter; ... }}.
     *
     * @param stages in the order they run
     */
    record Gather(
            String name,
            String channel,
            Selector selector,
            List<Stage> stages,
            @Nullable Place location) implements PipeEntry {
        public Gather {
            stages = List.copyOf(stages);
        }

        /** Whether what is read are not the items themselves, but what stages make of them. */
        boolean makes() {
            return stages.stream().anyMatch(stage -> stage.kind() == Stage.Kind.MAP || stage.kind() == Stage.Kind.FOLD);
        }
    }

    /** Says that the service reads a channel where its source does not show it: {@code { consume = "hosts"; }}. */
    record Consume(String name, String channel, @Nullable Place location) implements PipeEntry {}
}
