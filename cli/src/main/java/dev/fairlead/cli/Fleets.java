package dev.fairlead.cli;

import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.nio.file.Path;
import java.util.Set;

/** Where commands get fleets from. */
interface Fleets {
    /**
     * Reads and resolves a fleet.
     *
     * @param place a directory, or what {@code form} says
     * @throws UnusableInputException if nothing can be read there
     */
    Fleet open(Path place, Form form);

    /** As {@link #open}, for who looks at findings only: nothing is told of content. */
    Fleet check(Path place, Form form);

    /** As {@link #open}, to be resolved again with changes. */
    Alternatives alternatives(Path place, Form form);

    /**
     * As {@link #alternatives}, of a fleet in a directory of our own that is going to be edited.
     *
     * @throws UnusableInputException if nothing can be read there
     */
    FollowedFleet follow(Path place);

    /** The same, where programs may use these features. */
    Fleets with(Set<ExperimentalFeature> features);

    /** What a fleet is written as. */
    enum Form {
        /** A directory of our own. */
        FAIRLEAD,
        /** A Clan directory, or its inventory as JSON. */
        CLAN,
        /** A graph of a host or a fleet that den-diagram wrote. */
        DEN
    }
}
