package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Checks that P is a partial function without cycles (Neron et al. 2015, 2.2). Every walk up the parents stamps the scopes it enters; meeting its own
 * stamp is a cycle, meeting an older one is known ground. Each scope is stamped once, so the cost is linear.
 */
final class ParentFunction {
    private ParentFunction() {}

    static void check(List<String> ids, Adjacency parents) {
        for (int scope = 0; scope < parents.nodes(); scope++) {
            if (parents.end(scope) - parents.begin(scope) > 1) {
                throw new ScopeGraphException.SecondParent(
                        ids.get(scope),
                        ids.get(parents.target(parents.begin(scope))),
                        ids.get(parents.target(parents.begin(scope) + 1)));
            }
        }
        int[] stamps = new int[parents.nodes()];
        for (int start = 0; start < parents.nodes(); start++) {
            int scope = start;
            while (scope >= 0 && stamps[scope] == 0) {
                stamps[scope] = start + 1;
                scope = parents.first(scope);
            }
            if (scope >= 0 && stamps[scope] == start + 1) {
                throw new ScopeGraphException.ParentCycle(cycle(ids, parents, scope));
            }
        }
    }

    private static List<String> cycle(List<String> ids, Adjacency parents, int member) {
        var cycle = new ArrayList<String>();
        int scope = member;
        do {
            cycle.add(ids.get(scope));
            scope = parents.first(scope);
        } while (scope != member);
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return cycle;
    }
}
