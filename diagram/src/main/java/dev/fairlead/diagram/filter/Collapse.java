package dev.fairlead.diagram.filter;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws groups as one node each, and the edges of what is in them as one edge for each two ends and tone, so that what is
 * missing stays visible. Edges within a group are left out, except those with a problem, which become loops.
 */
public final class Collapse {
    private final Diagram diagram;
    private final Groups groups;
    private final Predicate<Group> collapsed;

    private Collapse(Diagram diagram, Predicate<Group> collapsed) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
        this.collapsed = collapsed;
    }

    /** Collapses the groups of a kind. */
    public static Diagram kind(Diagram diagram, String kind) {
        return new Collapse(diagram, group -> group.kind().equals(kind)).apply();
    }

    /** Collapses the groups with some ids. */
    public static Diagram groups(Diagram diagram, Set<String> ids) {
        return new Collapse(diagram, group -> ids.contains(group.id())).apply();
    }

    private Diagram apply() {
        Map<String, String> standsFor = new HashMap<>();
        Map<String, List<Node>> inside = new LinkedHashMap<>();
        var nodes = new ArrayList<Node>();
        for (Node node : diagram.nodes()) {
            Group outermost = outermost(node.group());
            if (outermost == null) {
                standsFor.put(node.id(), node.id());
                nodes.add(node);
            } else {
                standsFor.put(node.id(), outermost.id());
                inside.computeIfAbsent(outermost.id(), _ -> new ArrayList<>()).add(node);
            }
        }
        for (Group group : diagram.groups()) {
            List<Node> hidden = inside.get(group.id());
            if (hidden != null) {
                nodes.add(summary(group, hidden));
            }
        }
        return diagram.with(nodes, edges(standsFor));
    }

    private @Nullable Group outermost(@Nullable String id) {
        Group found = null;
        for (Group group : groups.around(id)) {
            if (collapsed.test(group)) {
                found = group;
            }
        }
        return found;
    }

    private static Node summary(Group group, List<Node> hidden) {
        long outside =
                hidden.stream().filter(node -> node.tone() == Tone.OUTSIDE).count();
        Map<String, Long> problems = hidden.stream()
                .filter(node -> node.tone().isProblem())
                .collect(Collectors.groupingBy(node -> node.tone().words(), TreeMap::new, Collectors.counting()));
        String kind = hidden.stream().map(Node::kind).distinct().count() == 1
                ? hidden.getFirst().kind()
                : "thing";
        String count = hidden.size() + " " + plural(kind, hidden.size());
        Map<Origin, Long> marks = hidden.stream()
                .flatMap(node -> Stream.ofNullable(node.origin()))
                .filter(origin -> origin != Origin.BOTH)
                .collect(Collectors.groupingBy(origin -> origin, TreeMap::new, Collectors.counting()));
        String words = Stream.concat(
                        problems.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()),
                        marks.entrySet().stream()
                                .map(entry -> entry.getKey().sign() + entry.getValue() + " "
                                        + entry.getKey().words()))
                .collect(Collectors.joining(", "));
        Tone tone = hidden.stream()
                .map(Node::tone)
                .filter(Tone::isProblem)
                .max(Tone::compareTo)
                .orElse(outside == hidden.size() ? Tone.OUTSIDE : Tone.PLAIN);
        return Node.of(group.id(), group.label() + ": " + count + (words.isEmpty() ? "" : ", " + words), group.kind())
                .in(group.parent())
                .toned(tone)
                .marked(marks.isEmpty() ? null : Origin.CHANGED)
                .with("collapsed", count)
                .with("host", common(hidden, "host"))
                .with("environment", common(hidden, "environment"));
    }

    private static String plural(String kind, int count) {
        if (count == 1 || kind.equals("state") || kind.equals("missing")) {
            return kind;
        }
        return kind.endsWith("y")
                ? kind.substring(0, kind.length() - 1) + "ies"
                : kind.endsWith("s") ? kind + "es" : kind + "s";
    }

    private static @Nullable String common(List<Node> nodes, String attribute) {
        List<String> values =
                nodes.stream().map(node -> node.attribute(attribute)).distinct().toList();
        return values.size() == 1 ? values.getFirst() : null;
    }

    private List<Edge> edges(Map<String, String> standsFor) {
        Map<List<Object>, Edge> drawn = new LinkedHashMap<>();
        for (Edge edge : diagram.edges()) {
            String from = standsFor.getOrDefault(edge.from(), edge.from());
            String to = standsFor.getOrDefault(edge.to(), edge.to());
            boolean moved = !from.equals(edge.from()) || !to.equals(edge.to());
            if (from.equals(to) && moved && !edge.tone().isProblem()) {
                continue;
            }
            Edge shown = moved ? edge.between(from, to).at(null) : edge;
            drawn.merge(
                    List.of(from, to, edge.kind(), edge.tone(), edge.label(), String.valueOf(edge.origin())),
                    shown,
                    (old, more) -> old.weighing(old.weight() + more.weight()));
        }
        return drawn.values().stream()
                .map(edge -> edge.weight() > 1 && isCounted(edge, standsFor)
                        ? edge.labelled(
                                edge.label().isEmpty() ? "×" + edge.weight() : edge.label() + " ×" + edge.weight())
                        : edge)
                .toList();
    }

    /** An edge between nodes that were there before has said what it stands for already. */
    private static boolean isCounted(Edge edge, Map<String, String> standsFor) {
        return !edge.from().equals(standsFor.get(edge.from())) || !edge.to().equals(standsFor.get(edge.to()));
    }
}
