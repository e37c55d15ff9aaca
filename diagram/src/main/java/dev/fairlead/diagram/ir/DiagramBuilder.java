package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects a diagram. What is added twice is there once, with the tone that shows of both. */
public final class DiagramBuilder {
    private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::from)
            .thenComparing(Edge::to)
            .thenComparing(Edge::kind)
            .thenComparing(Edge::label)
            .thenComparing(Edge::tone);

    private final String view;
    private final String title;
    private Form form = Form.GRAPH;
    private List<String> columns = List.of();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<List<String>, SortedMap<Tone, Edge>> edges = new LinkedHashMap<>();
    private final List<Edge> messages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public DiagramBuilder(String view, String title) {
        this.view = view;
        this.title = title;
    }

    public DiagramBuilder form(Form value) {
        form = value;
        return this;
    }

    /** The attributes that a table shows, in order. */
    public DiagramBuilder columns(String... attributes) {
        columns = List.of(attributes);
        return this;
    }

    public DiagramBuilder note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** Adds a group; its parent must have been added before. */
    public DiagramBuilder group(Group group) {
        groups.putIfAbsent(group.id(), group);
        return this;
    }

    public DiagramBuilder node(Node node) {
        nodes.merge(node.id(), node, (old, added) -> {
            Tone tone = old.tone().or(added.tone());
            return tone == old.tone() ? old : old.toned(tone);
        });
        return this;
    }

    public boolean has(String id) {
        return nodes.containsKey(id);
    }

    /**
     * Adds an edge, or makes the one of the same ends, kind and label heavier. What is well shows as what is not, if that is
     * between the same two; but no problem hides another.
     */
    public DiagramBuilder edge(Edge edge) {
        edges.computeIfAbsent(List.of(edge.from(), edge.to(), edge.kind(), edge.label()), _ -> new TreeMap<>())
                .merge(edge.tone(), edge, DiagramBuilder::both);
        return this;
    }

    private static Edge both(Edge one, Edge other) {
        return one.weighing(one.weight() + other.weight());
    }

    private static Collection<Edge> shown(SortedMap<Tone, Edge> alike) {
        var problems = new ArrayList<Edge>();
        Edge rest = null;
        for (Edge edge : alike.values()) {
            if (edge.tone().isProblem()) {
                problems.add(edge);
            } else {
                rest = rest == null ? edge : both(edge, rest);
            }
        }
        if (rest == null) {
            return problems;
        }
        if (problems.isEmpty()) {
            return List.of(rest);
        }
        problems.set(problems.size() - 1, both(problems.getLast(), rest));
        return problems;
    }

    /** Adds an edge that keeps its place in the order, even if there is an equal one. */
    public DiagramBuilder message(Edge edge) {
        messages.add(edge);
        return this;
    }

    /** The diagram, without edges whose ends are not in it. */
    public Diagram build() {
        var drawn = new ArrayList<Edge>();
        edges.values().stream()
                .flatMap(alike -> shown(alike).stream())
                .sorted(ORDER)
                .forEach(drawn::add);
        drawn.addAll(messages);
        drawn.removeIf(edge -> !nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to()));
        List<Node> all = List.copyOf(nodes.values());
        return new Diagram(view, form, title, columns, Groups.used(sorted(), all), all, drawn, notes);
    }

    /** Groups by id, each right before what is inside it. */
    private List<Group> sorted() {
        var tree = new Groups(
                groups.values().stream().sorted(Comparator.comparing(Group::id)).toList(), List.of());
        var sorted = new ArrayList<Group>();
        addInside(tree, null, sorted);
        return sorted;
    }

    private static void addInside(Groups tree, @Nullable String group, List<Group> sorted) {
        for (Group inner : tree.inside(group)) {
            sorted.add(inner);
            addInside(tree, inner.id(), sorted);
        }
    }
}
