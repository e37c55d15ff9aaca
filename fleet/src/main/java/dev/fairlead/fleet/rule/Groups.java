package dev.fairlead.fleet.rule;

import dev.fairlead.scope.digraph.Components;
import dev.fairlead.scope.digraph.Digraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order of rules. A rule that reads something negatively is in a later group than all rules that make it; one that
 * reads it otherwise is in no earlier group (Apt, Blair and Walker 1988). Rules that want to be in one group are.
 *
 * <p>The number of a rule's group is the largest number of negative edges on a way to it; there is none if a circle has
 * a negative edge. Costs the number of edges times that of groups.
 */
final class Groups {
    /** That one rule must not come after another, or must come before it. */
    record Edge(String maker, String reader, boolean negative) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<String>> circles = new ArrayList<>();

    private Groups() {}

    /** The rules that depend on each other and on no others, each of these sets sorted. */
    static List<List<String>> knots(Set<String> rules, Set<Edge> edges) {
        var builder = Digraph.builder();
        rules.forEach(builder::node);
        edges.forEach(edge -> builder.edge(edge.maker(), edge.reader()));
        var knots = new ArrayList<List<String>>();
        for (List<String> component : Components.of(builder.build()).components()) {
            var names = new TreeSet<>(component);
            boolean follows =
                    edges.stream().anyMatch(edge -> names.contains(edge.reader()) && !names.contains(edge.maker()));
            if (!follows) {
                knots.add(List.copyOf(names));
            }
        }
        return knots;
    }

    /** @param together rules of each group that has a name */
    static Groups of(Collection<String> rules, Set<Edge> edges, Collection<List<String>> together) {
        var all = new HashSet<>(edges);
        for (List<String> group : together) {
            for (int i = 0; i < group.size(); i++) {
                all.add(new Edge(group.get(i), group.get((i + 1) % group.size()), false));
            }
        }
        all.removeIf(edge -> edge.maker().equals(edge.reader()));
        var groups = new Groups();
        groups.number(rules, all);
        return groups;
    }

    /** The number of a rule's group, from 0. */
    int number(String rule) {
        return numbers.getOrDefault(rule, 0);
    }

    int last() {
        return numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Circles through negation, each as the rules on its way: each reads what the one before it makes. */
    List<List<String>> circles() {
        return circles;
    }

    private void number(Collection<String> rules, Set<Edge> edges) {
        var builder = Digraph.builder();
        rules.forEach(builder::node);
        edges.forEach(edge -> builder.edge(edge.maker(), edge.reader()));
        Digraph graph = builder.build();
        var component = new HashMap<String, Integer>();
        List<List<String>> components = Components.of(graph).components();
        for (int i = 0; i < components.size(); i++) {
            for (String rule : components.get(i)) {
                component.put(rule, i);
            }
        }
        var circular = new TreeMap<Integer, List<String>>();
        for (Edge edge : edges) {
            Integer of = component.get(edge.maker());
            if (edge.negative() && of != null && of.equals(component.get(edge.reader()))) {
                List<String> circle = circle(edge, graph);
                circular.merge(of, circle, Groups::shorter);
            }
        }
        circles.addAll(circular.values());
        if (circles.isEmpty()) {
            relax(rules, edges);
        }
    }

    private void relax(Collection<String> rules, Set<Edge> edges) {
        rules.forEach(rule -> numbers.put(rule, 0));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                int least = number(edge.maker()) + (edge.negative() ? 1 : 0);
                if (number(edge.reader()) < least) {
                    numbers.put(edge.reader(), least);
                    changed = true;
                }
            }
        }
    }

    private static List<String> shorter(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return a.size() < b.size() ? a : b;
        }
        return String.join("\n", a).compareTo(String.join("\n", b)) <= 0 ? a : b;
    }

    /** The shortest way from the reader back to the maker, which the edge closes. */
    private static List<String> circle(Edge edge, Digraph graph) {
        var cameFrom = new HashMap<String, @Nullable String>();
        var queue = new ArrayDeque<String>();
        queue.add(edge.reader());
        cameFrom.put(edge.reader(), null);
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String next : graph.successors(at)) {
                if (!cameFrom.containsKey(next)) {
                    cameFrom.put(next, at);
                    queue.add(next);
                }
            }
        }
        var way = new ArrayList<String>();
        for (String at = edge.maker(); at != null; at = cameFrom.get(at)) {
            way.add(at);
        }
        return way.reversed();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Groups groups && numbers.equals(groups.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }
}
