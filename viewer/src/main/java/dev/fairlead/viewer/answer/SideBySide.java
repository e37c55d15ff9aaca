package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two pictures of one view drawn as one, in which everything says which side it is from. */
final class SideBySide {
    private final Diagram before;
    private final Diagram after;
    private final Set<String> changed;

    private SideBySide(Diagram before, Diagram after, Set<String> changed) {
        this.before = before;
        this.after = after;
        this.changed = changed;
    }

    /**
     * Both as one.
     *
     * @param changed the ids of what is known to be different, even if the pictures do not show how
     */
    static Diagram of(Diagram before, Diagram after, Set<String> changed) {
        return new SideBySide(before, after, changed).merged();
    }

    private Diagram merged() {
        return new Diagram(
                after.view(),
                after.form(),
                after.title(),
                after.columns(),
                groups(),
                nodes(),
                edges(),
                after.notes());
    }

    /** Those of the new side, then those that only the old one has; either way outer ones come before inner ones. */
    private List<Group> groups() {
        Map<String, Group> groups = new LinkedHashMap<>();
        after.groups().forEach(group -> groups.put(group.id(), group));
        before.groups().forEach(group -> groups.putIfAbsent(group.id(), group));
        var sorted = new LinkedHashMap<String, Group>();
        groups.values().forEach(group -> add(group, groups, sorted));
        return List.copyOf(sorted.values());
    }

    /** A group may have moved into one that the other side lists later. */
    private static void add(Group group, Map<String, Group> groups, Map<String, Group> sorted) {
        var chain = new ArrayList<Group>();
        for (@Nullable Group at = group;
                at != null && !sorted.containsKey(at.id()) && !chain.contains(at);
                at = at.parent() == null ? null : groups.get(at.parent())) {
            chain.add(at);
        }
        chain.reversed().forEach(each -> sorted.put(each.id(), each));
    }

    private List<Node> nodes() {
        Map<String, Node> old = new HashMap<>();
        before.nodes().forEach(node -> old.put(node.id(), node));
        Set<String> now = new HashSet<>();
        var nodes = new ArrayList<Node>();
        for (Node node : after.nodes()) {
            now.add(node.id());
            Node was = old.get(node.id());
            boolean same = was != null && !changed.contains(node.id()) && isSame(was, node);
            nodes.add(node.marked(was == null ? Origin.NEW : same ? Origin.BOTH : Origin.CHANGED));
        }
        before.nodes().stream()
                .filter(node -> !now.contains(node.id()))
                .forEach(node -> nodes.add(node.marked(Origin.OLD)));
        return nodes;
    }

    /** Wherever it is written: a line more above it changes nothing about it. */
    private static boolean isSame(Node was, Node is) {
        return was.at(null).equals(is.at(null));
    }

    /** What tells an edge from others; how heavy it is and what is wrong with it may change. */
    private record Key(String from, String to, String kind, String label) {
        Key(Edge edge) {
            this(edge.from(), edge.to(), edge.kind(), edge.label());
        }
    }

    private List<Edge> edges() {
        Map<Key, Edge> old = new HashMap<>();
        before.edges().forEach(edge -> old.put(new Key(edge), edge));
        Set<Key> now = new HashSet<>();
        var edges = new ArrayList<Edge>();
        for (Edge edge : after.edges()) {
            now.add(new Key(edge));
            Edge was = old.get(new Key(edge));
            boolean same = was != null && was.tone() == edge.tone() && was.weight() == edge.weight();
            edges.add(edge.marked(was == null ? Origin.NEW : same ? Origin.BOTH : Origin.CHANGED));
        }
        before.edges().stream()
                .filter(edge -> !now.contains(new Key(edge)))
                .forEach(edge -> edges.add(edge.marked(Origin.OLD)));
        return edges;
    }
}
