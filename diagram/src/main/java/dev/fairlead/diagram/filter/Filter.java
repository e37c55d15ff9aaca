package dev.fairlead.diagram.filter;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a diagram is shown. Nodes that match every criterion are kept, and what they are connected to is drawn as
 * {@link Tone#OUTSIDE}; nodes that a criterion cannot be asked of (a channel has no host) are kept if something that
 * matches is connected to them.
 *
 * @param attributes values by attribute: {@code host environment user tags classes provides ...}; attributes may hold
 *     several values with commas between them, and match if one of them does
 * @param kind the kind of nodes, or null for any
 * @param chosen what a selector chose, or null for all
 * @param near the id, or the label, of a node whose neighbourhood is shown, or null
 * @param hops how far the neighbourhood reaches
 * @param problems whether only what somebody should look at is shown
 */
public record Filter(
        Map<String, String> attributes,
        @Nullable String kind,
        @Nullable Chosen chosen,
        @Nullable String near,
        int hops,
        boolean problems) {
    /** Everything is shown. */
    public static final Filter NONE = new Filter(Map.of(), null, null, null, 1, false);

    public Filter {
        attributes = Map.copyOf(attributes);
    }

    /** Only nodes whose attribute has a value. */
    public static Filter of(String attribute, String value) {
        return new Filter(Map.of(attribute, value), null, null, null, 1, false);
    }

    /** This filter with one more criterion. */
    public Filter and(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new Filter(more, kind, chosen, near, hops, problems);
    }

    /**
     * The part that is shown.
     *
     * @throws NothingNearException if there is no node to be near to
     */
    public Diagram apply(Diagram diagram) {
        Diagram shown = diagram;
        if (!attributes.isEmpty() || kind != null || chosen != null) {
            shown = matching(shown);
        }
        if (near != null) {
            shown = neighbourhood(shown, near);
        }
        return problems ? problems(shown) : shown;
    }

    private Diagram matching(Diagram diagram) {
        var picked = new HashSet<String>();
        var unasked = new HashSet<String>();
        for (Node node : diagram.nodes()) {
            switch (judge(node)) {
                case YES -> picked.add(node.id());
                case UNASKED -> unasked.add(node.id());
                case NO -> {}
            }
        }
        // What lies between, such as a channel, brings what is on its other side.
        Set<String> inner = new HashSet<>(picked);
        for (Edge edge : diagram.edges()) {
            if (picked.contains(edge.from()) && unasked.contains(edge.to())) {
                inner.add(edge.to());
            } else if (picked.contains(edge.to()) && unasked.contains(edge.from())) {
                inner.add(edge.from());
            }
        }
        if (kind == null) {
            return around(diagram, inner, picked);
        }
        diagram.nodes().stream().filter(node -> !node.kind().equals(kind)).forEach(node -> inner.remove(node.id()));
        return around(diagram, inner, inner);
    }

    private enum Verdict {
        YES,
        NO,
        UNASKED
    }

    private Verdict judge(Node node) {
        boolean asked = (attributes.isEmpty() && chosen == null) || node.kind().equals("service");
        for (Map.Entry<String, String> wanted : attributes.entrySet()) {
            String value = node.attribute(wanted.getKey());
            if (value.isEmpty()) {
                continue;
            }
            asked = true;
            boolean matches = value.equals(wanted.getValue())
                    || Arrays.asList(value.split(", ", -1)).contains(wanted.getValue());
            if (!matches) {
                return Verdict.NO;
            }
        }
        if (chosen != null) {
            Boolean picked = chosen.of(node);
            if (Boolean.FALSE.equals(picked)) {
                return Verdict.NO;
            }
            asked |= picked != null;
        }
        if (!asked) {
            return Verdict.UNASKED;
        }
        return hasAll(node) ? Verdict.YES : Verdict.NO;
    }

    private boolean hasAll(Node node) {
        return attributes.keySet().stream()
                .noneMatch(name -> node.attribute(name).isEmpty());
    }

    /** Nodes, and what they are directly connected to. */
    private static Diagram around(Diagram diagram, Set<String> inner, Set<String> picked) {
        var edges = new ArrayList<Edge>();
        var shown = new HashSet<>(inner);
        for (Edge edge : diagram.edges()) {
            if (inner.contains(edge.from()) || inner.contains(edge.to())) {
                boolean within = picked.contains(edge.from()) || picked.contains(edge.to());
                boolean passes = inner.contains(edge.from()) && inner.contains(edge.to());
                if (within || passes) {
                    edges.add(edge);
                    shown.add(edge.from());
                    shown.add(edge.to());
                }
            }
        }
        List<Node> nodes = diagram.nodes().stream()
                .filter(node -> shown.contains(node.id()))
                .map(node -> inner.contains(node.id())
                        ? node
                        : node.toned(node.tone().or(Tone.OUTSIDE)))
                .toList();
        return diagram.with(nodes, edges);
    }

    private Diagram neighbourhood(Diagram diagram, String name) {
        Set<String> reached = new TreeSet<>();
        for (Node node : diagram.nodes()) {
            if (node.id().equals(name)
                    || node.label().equals(name)
                    || node.id().equals("service:" + name)
                    || node.attribute("aspect").equals(name)) {
                reached.add(node.id());
            }
        }
        if (reached.isEmpty()) {
            throw new NothingNearException(
                    name, diagram.nodes().stream().map(Node::label).distinct().toList());
        }
        Map<String, List<String>> beside = new TreeMap<>();
        for (Edge edge : diagram.edges()) {
            beside.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
            beside.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge.from());
        }
        Set<String> rim = reached;
        Set<String> all = new HashSet<>(reached);
        for (int hop = 0; hop < hops; hop++) {
            Set<String> next = new TreeSet<>();
            rim.forEach(id -> next.addAll(beside.getOrDefault(id, List.of())));
            next.removeAll(all);
            all.addAll(next);
            rim = next;
        }
        return keep(diagram, node -> all.contains(node.id()));
    }

    private static Diagram problems(Diagram diagram) {
        Set<String> shown = new HashSet<>();
        for (Node node : diagram.nodes()) {
            if (node.tone().isProblem() || !node.attribute("findings").isEmpty()) {
                shown.add(node.id());
            }
        }
        var edges = new ArrayList<Edge>();
        for (Edge edge : diagram.edges()) {
            if (edge.tone().isProblem()) {
                edges.add(edge);
                shown.add(edge.from());
                shown.add(edge.to());
            }
        }
        Diagram kept = keep(diagram, node -> shown.contains(node.id()));
        return kept.with(kept.nodes(), edges);
    }

    /** The nodes that a condition picks, and the edges between them. */
    private static Diagram keep(Diagram diagram, Predicate<Node> picked) {
        List<Node> nodes = diagram.nodes().stream().filter(picked).toList();
        Set<String> ids = new HashSet<>();
        nodes.forEach(node -> ids.add(node.id()));
        return diagram.with(
                nodes,
                diagram.edges().stream()
                        .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                        .toList());
    }
}
