package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk, seen from its end.
 *
 * @param scope where it has arrived
 * @param state the automaton's state there
 * @param label the label of its last step; meaningless at a start
 * @param previous the walk before the last step; null at a start
 */
record Arrival(int scope, int state, int label, @Nullable Arrival previous) {
    static Arrival start(int scope, int state) {
        return new Arrival(scope, state, -1, null);
    }

    /** Whether the walk has been at a scope. Linear in its length. */
    boolean entered(int sought) {
        for (Arrival at = this; at != null; at = at.previous) {
            if (at.scope == sought) {
                return true;
            }
        }
        return false;
    }

    /** The steps from the start to here. */
    List<Path.Step> steps(ScopeGraph<?> graph, LabelOrder order) {
        var steps = new ArrayList<Path.Step>();
        Arrival at = this;
        for (Arrival before = previous; before != null; before = before.previous) {
            steps.add(new Path.Step(order.labels().get(at.label), graph.id(at.scope)));
            at = before;
        }
        Collections.reverse(steps);
        return steps;
    }
}
