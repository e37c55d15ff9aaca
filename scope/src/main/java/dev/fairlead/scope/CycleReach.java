package dev.fairlead.scope;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scopes from which a cycle can be reached. Scopes without edges are taken away again and again, with the edges into them (Kahn's algorithm, backwards);
 * what is left over has an edge to something left over, and so leads to a cycle. Linear in scopes and edges.
 */
final class CycleReach {
    private CycleReach() {}

    static BitSet of(int scopes, List<@Nullable Adjacency> labels) {
        var from = new IntList();
        var to = new IntList();
        int[] remaining = new int[scopes];
        for (Adjacency edges : labels) {
            for (int scope = 0; edges != null && scope < scopes; scope++) {
                for (int e = edges.begin(scope); e < edges.end(scope); e++) {
                    from.add(edges.target(e));
                    to.add(scope);
                    remaining[scope]++;
                }
            }
        }
        Adjacency into = Adjacency.of(scopes, from, to);
        var left = new BitSet();
        left.set(0, scopes);
        var ends = new IntList();
        for (int scope = 0; scope < scopes; scope++) {
            if (remaining[scope] == 0) {
                ends.add(scope);
            }
        }
        for (int i = 0; i < ends.size(); i++) {
            left.clear(ends.get(i));
            for (int e = into.begin(ends.get(i)); e < into.end(ends.get(i)); e++) {
                if (--remaining[into.target(e)] == 0) {
                    ends.add(into.target(e));
                }
            }
        }
        return left;
    }
}
