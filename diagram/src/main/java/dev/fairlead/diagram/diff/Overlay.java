package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.ScopeChange;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two pictures of a fleet at two times, laid over one another: what is in one only, or is not the same in both, is marked with
 * its {@link Origin}. A service that moved is one box, in its new place.
 */
public final class Overlay {
    private static final String SERVICE = "service:";
    /** What changes with others, and says nothing of the box itself. */
    private static final Set<String> INCIDENTAL = Set.of("findings", "wave");

    private final Identity identity;
    private final Map<String, ServiceChange> services = new HashMap<>();
    private final Map<String, Origin> scopes = new HashMap<>();
    private final Set<String> different;

    private Overlay(Resolution before, Resolution after) {
        identity = Identity.of(before, after);
        Difference difference = Difference.between(before, after);
        difference.services().forEach(change -> services.put(change.id(), change));
        for (ScopeChange change : difference.scopes()) {
            String id = change.after() != null ? change.after() : String.valueOf(change.before());
            scopes.put(id, origin(change.kind()));
        }
        different = new HashSet<>(difference.affected().changed());
    }

    /** Two pictures as one, with nothing left out; parameters as of {@link #changes}. */
    public static Diagram of(Resolution before, Diagram pictureBefore, Resolution after, Diagram pictureAfter) {
        return new Overlay(before, after).laid(pictureBefore, pictureAfter);
    }

    /**
     * The parts of two pictures that are different, and what is directly connected to them.
     *
     * @param pictureBefore of {@code before}
     * @param pictureAfter of {@code after}, by the same view
     */
    public static Diagram changes(Resolution before, Diagram pictureBefore, Resolution after, Diagram pictureAfter) {
        Diagram whole = of(before, pictureBefore, after, pictureAfter);
        return noted(changed(whole), whole.nodes().size());
    }

    private static Origin origin(Kind kind) {
        return switch (kind) {
            case ADDED -> Origin.NEW;
            case REMOVED -> Origin.OLD;
            case MOVED -> Origin.MOVED;
            case RENAMED -> Origin.RENAMED;
            case CHANGED -> Origin.CHANGED;
        };
    }

    private Diagram laid(Diagram old, Diagram now) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        now.nodes().forEach(node -> nodes.put(node.id(), node.marked(Origin.NEW)));
        for (Node node : old.nodes()) {
            String id = identity.now(node.id());
            Node same = nodes.get(id);
            nodes.put(id, same == null ? removed(node, id) : compared(node, same));
        }
        return new Diagram(
                now.view(),
                // Streams have a width and no mark.
                now.form() == Form.FLOW ? Form.GRAPH : now.form(),
                now.title() + ": changes",
                now.columns(),
                groups(old.groups(), now.groups()),
                List.copyOf(new TreeMap<>(nodes).values()),
                edges(old.edges(), now.edges()),
                now.notes());
    }

    private Node removed(Node node, String id) {
        String group = node.group() == null ? null : identity.now(node.group());
        return new Node(
                id,
                node.label(),
                node.kind(),
                group,
                node.tone(),
                node.attributes(),
                // It is written nowhere any more.
                null,
                Origin.OLD);
    }

    private Node compared(Node was, Node is) {
        ServiceChange change = services.get(is.id());
        if (change != null && change.before() != null) {
            String former = change.before();
            String shortened = former.startsWith(SERVICE) ? former.substring(SERVICE.length()) : former;
            return is.labelled(is.label() + " ← " + shortened).marked(origin(change.kind()));
        }
        Origin scope = scopes.get(is.id());
        if (scope != null) {
            return is.marked(scope);
        }
        boolean same = is.id().startsWith(SERVICE)
                ? !different.contains(is.id()) && was.tone() == is.tone()
                : was.label().equals(is.label())
                        && was.kind().equals(is.kind())
                        && was.tone() == is.tone()
                        && essential(was).equals(essential(is));
        return is.marked(same ? null : Origin.CHANGED);
    }

    private static Map<String, String> essential(Node node) {
        Map<String, String> attributes = new TreeMap<>(node.attributes());
        attributes.keySet().removeAll(INCIDENTAL);
        return attributes;
    }

    /** Frames of both, those of scopes that are new or gone with a mark in their title. */
    private List<Group> groups(List<Group> old, List<Group> now) {
        Map<String, Group> all = new LinkedHashMap<>();
        for (Group group : now) {
            all.put(group.id(), titled(group));
        }
        for (Group group : old) {
            String id = identity.now(group.id());
            String parent = group.parent() == null ? null : identity.now(group.parent());
            all.putIfAbsent(id, titled(new Group(id, group.label(), group.kind(), parent)));
        }
        var sorted = new ArrayList<Group>();
        var placed = new HashSet<String>();
        all.values().forEach(group -> place(group, all, placed, sorted));
        return sorted;
    }

    private Group titled(Group group) {
        Origin origin = scopes.get(group.id());
        return origin == null
                ? group
                : new Group(group.id(), group.label() + " (" + origin.mark() + ")", group.kind(), group.parent());
    }

    /** Parents come before their children. */
    private static void place(Group group, Map<String, Group> all, Set<String> placed, List<Group> sorted) {
        Deque<Group> around = new ArrayDeque<>();
        for (@Nullable Group at = group; at != null && placed.add(at.id()); at = parent(at, all)) {
            around.push(at);
        }
        sorted.addAll(around);
    }

    private static @Nullable Group parent(Group group, Map<String, Group> all) {
        return group.parent() == null ? null : all.get(group.parent());
    }

    /**
     * Edges in the order of the new picture, those that are gone behind them. Several edges may connect two boxes, one for each
     * problem; as long as one of them does, the connection has changed and is neither new nor gone.
     */
    private List<Edge> edges(List<Edge> old, List<Edge> now) {
        Map<List<String>, Deque<Edge>> left = new LinkedHashMap<>();
        for (Edge edge : old) {
            Edge same = edge.between(identity.now(edge.from()), identity.now(edge.to()));
            left.computeIfAbsent(key(same), _ -> new ArrayDeque<>()).add(same);
        }
        var edges = new ArrayList<>(now);
        // Of several between the same two, those that look the same are the same.
        for (boolean alike : new boolean[] {true, false}) {
            for (int i = 0; i < edges.size(); i++) {
                Edge edge = edges.get(i);
                Deque<Edge> candidates = left.getOrDefault(key(edge), new ArrayDeque<>());
                if (edge.origin() == null && take(candidates, alike ? edge.tone() : null)) {
                    edges.set(i, edge.marked(alike ? Origin.BOTH : Origin.CHANGED));
                }
            }
        }
        edges.replaceAll(edge ->
                edge.marked(edge.origin() == null ? Origin.NEW : edge.origin() == Origin.BOTH ? null : edge.origin()));
        left.values()
                .forEach(gone -> gone.forEach(edge -> edges.add(edge.at(null).marked(Origin.OLD))));
        return edges;
    }

    /** Removes the first edge of a tone, or of any for null; false if there is none. */
    private static boolean take(Deque<Edge> edges, @Nullable Tone tone) {
        for (Edge edge : edges) {
            if (tone == null || edge.tone() == tone) {
                return edges.removeFirstOccurrence(edge);
            }
        }
        return false;
    }

    private static List<String> key(Edge edge) {
        return List.of(edge.from(), edge.to(), edge.kind(), edge.label());
    }

    /** What is marked, and what arrows connect to it. */
    private static Diagram changed(Diagram whole) {
        Set<String> marked = new HashSet<>();
        whole.nodes().stream().filter(node -> node.origin() != null).forEach(node -> marked.add(node.id()));
        Set<String> shown = new HashSet<>(marked);
        var edges = new ArrayList<Edge>();
        for (Edge edge : whole.edges()) {
            if (edge.origin() != null || marked.contains(edge.from()) || marked.contains(edge.to())) {
                edges.add(edge);
                shown.add(edge.from());
                shown.add(edge.to());
            }
        }
        List<Node> nodes = whole.nodes().stream()
                .filter(node -> shown.contains(node.id()))
                .map(node -> marked.contains(node.id())
                        ? node
                        : node.toned(node.tone().or(Tone.OUTSIDE)))
                .toList();
        return whole.with(nodes, edges);
    }

    private static Diagram noted(Diagram changed, int all) {
        if (changed.nodes().isEmpty()) {
            return changed.noting("Nothing is different.");
        }
        var marks = new TreeSet<Origin>();
        changed.nodes().forEach(node -> marks.add(Objects.requireNonNullElse(node.origin(), Origin.BOTH)));
        changed.edges().forEach(edge -> marks.add(Objects.requireNonNullElse(edge.origin(), Origin.BOTH)));
        marks.remove(Origin.BOTH);
        Diagram legend = changed.noting(
                "Marks: " + String.join(", ", marks.stream().map(Origin::mark).toList()) + ".");
        int left = all - changed.nodes().size();
        return left == 0
                ? legend
                : legend.noting(left + (left == 1 ? " box that is" : " boxes that are")
                        + " the same and not connected to a change " + (left == 1 ? "is" : "are") + " left out.");
    }
}
