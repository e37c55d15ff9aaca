package dev.fairlead.diagram.fit;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Splits a diagram into an index and parts. A part has some of the boxes, in the order of groups so that what belongs
 * together stays together, with every arrow that leads from them and the other ends of those as boxes of other parts; the
 * index has a box for each part. An index that is itself too large has an index.
 */
final class Splitting {
    /** The kind of the boxes of an index. */
    private static final String PART = "part";

    private final Budget budget;
    private final Measure.Renderer renderer;
    private final List<Piece> pieces = new ArrayList<>();

    /** Boxes and the arrows that lead from them, drawn within the budget. */
    private record Piece(List<Node> own, Diagram diagram) {}

    Splitting(Budget budget, Measure.Renderer renderer) {
        this.budget = budget;
        this.renderer = renderer;
    }

    List<Part> split(Diagram diagram) {
        List<Node> ordered = ordered(diagram);
        cut(diagram, ordered, diagram.edges());
        boolean noSmaller =
                pieces.size() == ordered.size() && ordered.getFirst().kind().equals(PART);
        if (pieces.size() == 1 || noSmaller) {
            Diagram whole = noSmaller ? diagram : pieces.getFirst().diagram();
            return List.of(new Part("", whole, renderer.render(whole).text()));
        }
        var parts = new ArrayList<Part>();
        int digits = String.valueOf(pieces.size()).length();
        var names = new ArrayList<String>();
        for (int n = 0; n < pieces.size(); n++) {
            names.add(("%0" + digits + "d").formatted(n + 1));
        }
        parts.addAll(index(diagram, names));
        for (int n = 0; n < pieces.size(); n++) {
            Diagram piece = named(pieces.get(n).diagram(), n);
            parts.add(new Part(
                    "part-" + names.get(n), piece, renderer.render(piece).text()));
        }
        return parts;
    }

    private Diagram named(Diagram piece, int n) {
        return piece.titled(piece.title() + ", part " + (n + 1) + " of " + pieces.size());
    }

    /** Nodes as the tree of groups has them, those of no group last. */
    private static List<Node> ordered(Diagram diagram) {
        var groups = new Groups(diagram);
        var ordered = new ArrayList<Node>();
        collect(groups, groups.inside(null), ordered);
        ordered.addAll(groups.nodes(null));
        return ordered;
    }

    private static void collect(Groups groups, List<Group> level, List<Node> ordered) {
        for (Group group : level) {
            ordered.addAll(groups.nodes(group.id()));
            collect(groups, groups.inside(group.id()), ordered);
        }
    }

    private void cut(Diagram diagram, List<Node> own, List<Edge> edges) {
        Diagram piece = piece(diagram, own, edges);
        boolean smallest = own.size() < 2 && piece.edges().size() < 2;
        // Each piece is drawn with its title, which is as long as it gets.
        Diagram titled = piece.titled(piece.title() + ", part 99999 of 99999");
        if (smallest || renderer.render(titled).fits(budget)) {
            pieces.add(new Piece(own, piece));
        } else if (own.size() > 1) {
            int half = own.size() / 2;
            cut(diagram, own.subList(0, half), edges);
            cut(diagram, own.subList(half, own.size()), edges);
        } else {
            int half = piece.edges().size() / 2;
            cut(diagram, own, piece.edges().subList(0, half));
            cut(diagram, own, piece.edges().subList(half, piece.edges().size()));
        }
    }

    private static Diagram piece(Diagram diagram, List<Node> own, List<Edge> edges) {
        Set<String> ids = new HashSet<>();
        own.forEach(node -> ids.add(node.id()));
        Set<String> shown = new HashSet<>(ids);
        var drawn = new ArrayList<Edge>();
        for (Edge edge : edges) {
            if (ids.contains(edge.from())) {
                drawn.add(edge);
                shown.add(edge.to());
            }
        }
        List<Node> nodes = diagram.nodes().stream()
                .filter(node -> shown.contains(node.id()))
                .map(node ->
                        ids.contains(node.id()) ? node : node.toned(node.tone().or(Tone.OUTSIDE)))
                .toList();
        return diagram.with(nodes, drawn);
    }

    private List<Part> index(Diagram diagram, List<String> names) {
        Map<String, Integer> pieceOf = new HashMap<>();
        for (int n = 0; n < pieces.size(); n++) {
            for (Node node : pieces.get(n).own()) {
                pieceOf.putIfAbsent(node.id(), n);
            }
        }
        var nodes = new ArrayList<Node>();
        for (int n = 0; n < pieces.size(); n++) {
            nodes.add(box(names.get(n), pieces.get(n)));
        }
        Map<List<Integer>, Edge> edges = new LinkedHashMap<>();
        for (Edge edge : diagram.edges()) {
            int from = pieceOf.getOrDefault(edge.from(), 0);
            int to = pieceOf.getOrDefault(edge.to(), 0);
            if (from != to) {
                edges.merge(
                        List.of(from, to),
                        edge.between(id(names.get(from)), id(names.get(to)))
                                .labelled("")
                                .at(null),
                        (old, more) -> old.toned(old.tone().or(more.tone())).weighing(old.weight() + more.weight()));
            }
        }
        // An index of tables or messages is a graph of pages.
        var index = new Diagram(
                diagram.view(),
                Form.GRAPH,
                diagram.title() + ", index",
                List.of(),
                List.of(),
                nodes,
                List.copyOf(edges.values()),
                noted(diagram, "Too large for one picture: it is split into " + pieces.size() + " parts."));
        Measure measure = renderer.render(index);
        if (measure.fits(budget)) {
            return List.of(new Part("", index, measure.text()));
        }
        Diagram bare =
                index.with(nodes, List.of()).noting("The " + edges.size() + " connections between parts are left out.");
        Measure smaller = renderer.render(bare);
        if (smaller.fits(budget) || nodes.size() < 3) {
            return List.of(new Part("", bare, smaller.text()));
        }
        List<Part> indexes = new Splitting(budget, renderer).split(bare);
        return indexes.stream()
                .map(part -> new Part(part.name().isEmpty() ? "" : "index-" + part.name(), part.diagram(), part.text()))
                .toList();
    }

    private static List<String> noted(Diagram diagram, String sentence) {
        var notes = new ArrayList<>(diagram.notes());
        notes.add(sentence);
        return notes;
    }

    private static String id(String name) {
        return "part:" + name;
    }

    private static Node box(String name, Piece piece) {
        List<Node> own = piece.own();
        var groups = new TreeSet<String>();
        own.forEach(node -> groups.add(node.group() == null ? "" : node.group()));
        groups.remove("");
        String first = groups.isEmpty() ? own.getFirst().label() : groups.first();
        String last = groups.isEmpty() ? own.getLast().label() : groups.last();
        String range = first.equals(last) ? first : first + " … " + last;
        Tone tone = own.stream()
                .map(Node::tone)
                .filter(Tone::isProblem)
                .max(Tone::compareTo)
                .orElse(Tone.PLAIN);
        return Node.of(id(name), "part " + name + ": " + shortened(range) + " (" + own.size() + ")", PART)
                .toned(tone);
    }

    private static String shortened(String text) {
        return text.length() <= 80
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(78)) ? 78 : 79) + "…";
    }
}
