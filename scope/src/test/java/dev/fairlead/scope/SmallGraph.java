package dev.fairlead.scope;

import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A graph of up to eight scopes {@code a} to {@code h}, as plain data: what both the resolver and its brute-force twin are given. Every scope's parent is a
 * later one, so P is acyclic; I and X edges go anywhere.
 */
record SmallGraph(int scopes, List<Edge> edges, List<Declared> declared) {
    record Edge(String from, String label, String to) {}

    record Declared(String scope, String datum) {}

    static final String NAME = "x";

    static Gen<SmallGraph> any() {
        return choices -> {
            int scopes = 1 + (int) choices.below(8);
            var edges = new ArrayList<Edge>();
            for (int child = 0; child + 1 < scopes; child++) {
                int parent = child + 1 + (int) choices.below(scopes - child);
                if (parent < scopes) {
                    edges.add(new Edge(id(child), "P", id(parent)));
                }
            }
            boolean acyclic = choices.chance(3);
            for (int more = (int) choices.below(2L * scopes + 1); more > 0; more--) {
                int from = (int) choices.below(scopes);
                int to = (int) choices.below(scopes);
                if (!acyclic || from < to) {
                    edges.add(new Edge(id(from), choices.chance(6) ? "X" : "I", id(to)));
                }
            }
            return new SmallGraph(scopes, edges, declarations(choices, scopes));
        };
    }

    private static List<Declared> declarations(Choices choices, int scopes) {
        var declared = new ArrayList<Declared>();
        for (int more = 1 + (int) choices.below(5); more > 0; more--) {
            declared.add(new Declared(id((int) choices.below(scopes)), "d" + choices.below(3)));
        }
        return declared;
    }

    static String id(int scope) {
        return String.valueOf((char) ('a' + scope));
    }

    ScopeGraph<String> build() {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
        for (int scope = 0; scope < scopes; scope++) {
            builder.scope(id(scope));
        }
        edges.forEach(edge -> builder.edge(edge.from, new Label(edge.label), edge.to));
        declared.forEach(each -> builder.declare(each.scope, NAME, each.datum));
        return builder.build();
    }
}
