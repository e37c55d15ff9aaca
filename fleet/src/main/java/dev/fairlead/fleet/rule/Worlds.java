package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The worlds of the policies that were looked at last: a world costs as much as all strata that are asked for it. */
final class Worlds<S extends Snapshot> {
    /** The current one, the one before, and those in which one rule does not see itself. */
    private static final int MOST = 6;

    private record Known<S>(S snapshot, World world) {}

    private final Function<Policy, S> snapshots;
    private final Observer observer;
    private final Map<Policy, Known<S>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Policy, Known<S>> eldest) {
            return size() > MOST;
        }
    };

    Worlds(Function<Policy, S> snapshots, Observer observer) {
        this.snapshots = snapshots;
        this.observer = observer;
    }

    World of(Policy policy) {
        return known(policy).world();
    }

    /** What the world of a policy was made from. */
    S snapshot(Policy policy) {
        return known(policy).snapshot();
    }

    private Known<S> known(Policy policy) {
        Known<S> found = known.get(policy);
        if (found == null) {
            S snapshot = snapshots.apply(policy);
            found = new Known<>(snapshot, new World(snapshot, observer));
            known.put(policy, found);
        }
        return found;
    }
}
