package dev.fairlead.fleet.select;

import dev.fairlead.nix.value.AttrsValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of a fleet that selectors and rules can speak of: a scope, a service, a requirement, a port and so on. Facts
 * are the same if their kind and id are.
 */
public interface Fact {
    /** {@code fleet environment host user service}, a kind that the fleet declares, or one that only rules see. */
    String kind();

    /** Unique among the facts of its kind: {@code host:web1}. */
    String id();

    /** The aspect path of a service, the name of anything else. */
    String name();

    /** Whether it has a tag, by itself or from what is around it. */
    boolean hasTag(String tag);

    /** What functions of the fleet see of it, {@code kind}, {@code id}, {@code name} and {@code tags} included. */
    AttrsValue fields();

    /** The scope around it, or null. */
    @Nullable
    Fact parent();

    /** What lies directly in it: the scopes it is around, and the services deployed there. */
    List<Fact> children();
}
