package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Sankey diagram: columns of bars, each as high as what flows through it, and streams between them. A bar stands in the
 * column after the last of those that flow into it; within a column bars are ordered by where their streams come from.
 */
final class FlowPicture {
    private static final double BAR = 14;
    private static final double GAP = 16;
    private static final double BETWEEN = 220;
    private static final double HIGHEST = 900;

    private final Diagram diagram;
    private final Theme theme;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    private final Map<String, Integer> column = new HashMap<>();
    private final Map<String, Double> top = new HashMap<>();
    private final Map<String, Long> into = new HashMap<>();
    /** The first of those that something flows to: what flows to the same stands together. */
    private final Map<String, String> goesTo = new HashMap<>();

    private final Map<String, Long> outOf = new HashMap<>();

    private FlowPicture(Diagram diagram, Theme theme) {
        this.diagram = diagram;
        this.theme = theme;
        this.strokes = new Strokes(theme);
    }

    static Picture of(Diagram diagram, Theme theme) {
        return new FlowPicture(diagram, theme).draw();
    }

    private Picture draw() {
        for (Edge edge : diagram.edges()) {
            outOf.merge(edge.from(), edge.weight(), Long::sum);
            into.merge(edge.to(), edge.weight(), Long::sum);
            goesTo.merge(edge.from(), edge.to(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        columns();
        int last = column.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        // What nothing flows from or to is told at the end.
        diagram.nodes().stream()
                .filter(node -> !into.containsKey(node.id()) && !outOf.containsKey(node.id()))
                .forEach(node -> column.put(node.id(), last));
        TreeMap<Integer, List<Node>> bars = new TreeMap<>();
        for (Node node : diagram.nodes()) {
            bars.computeIfAbsent(column.getOrDefault(node.id(), 0), _ -> new ArrayList<>())
                    .add(node);
        }
        long most = bars.values().stream()
                .mapToLong(nodes -> nodes.stream().mapToLong(this::amount).sum())
                .max()
                .orElse(1);
        double unit = Math.clamp(HIGHEST / Math.max(1, most), 1.5, 18);
        double height = 0;
        double label = 0;
        for (List<Node> nodes : bars.values()) {
            nodes.sort(Comparator.comparingDouble(this::comesFrom)
                    .thenComparing(node -> goesTo.getOrDefault(node.id(), ""))
                    .thenComparing(Node::id));
            double y = 0;
            for (Node node : nodes) {
                top.put(node.id(), y);
                double bar = amount(node) * unit;
                y += Math.max(bar, lines(node).size() * TextMetrics.LINE) + GAP;
                label = Math.max(label, TextMetrics.width(lines(node)));
            }
            height = Math.max(height, y);
        }
        double step = BETWEEN + label;
        streams(unit, step);
        bars.values().forEach(nodes -> nodes.forEach(node -> bar(node, unit, step)));
        return new Picture(canvas.toString(), (bars.isEmpty() ? 0 : bars.lastKey()) * step + BAR + label + 12, height);
    }

    /** Longest ways from what nothing flows into. As many rounds as nodes end it, even on a circle. */
    private void columns() {
        diagram.nodes().forEach(node -> column.put(node.id(), 0));
        boolean changed = true;
        for (int round = 0; changed && round < diagram.nodes().size(); round++) {
            changed = false;
            for (Edge edge : diagram.edges()) {
                int next = column.getOrDefault(edge.from(), 0) + 1;
                if (next > column.getOrDefault(edge.to(), 0)
                        && next < diagram.nodes().size()) {
                    column.put(edge.to(), next);
                    changed = true;
                }
            }
        }
    }

    private long amount(Node node) {
        return Math.max(into.getOrDefault(node.id(), 0L), outOf.getOrDefault(node.id(), 0L));
    }

    private double comesFrom(Node node) {
        return diagram.edges().stream()
                .filter(edge -> edge.to().equals(node.id()))
                .mapToDouble(edge -> top.getOrDefault(edge.from(), 0.0))
                .average()
                .orElse(-1);
    }

    private void streams(double unit, double step) {
        Map<String, Double> left = new HashMap<>();
        Map<String, Double> right = new HashMap<>();
        List<Edge> ordered = new ArrayList<>(diagram.edges());
        ordered.sort(Comparator.comparingDouble((Edge edge) -> top.getOrDefault(edge.from(), 0.0))
                .thenComparingDouble(edge -> top.getOrDefault(edge.to(), 0.0)));
        int number = 0;
        for (Edge edge : ordered) {
            double width = edge.weight() * unit;
            double y1 = top.getOrDefault(edge.from(), 0.0) + right.merge(edge.from(), width, Double::sum) - width / 2;
            double y2 = top.getOrDefault(edge.to(), 0.0) + left.merge(edge.to(), width, Double::sum) - width / 2;
            double x1 = column.getOrDefault(edge.from(), 0) * step + BAR;
            double x2 = column.getOrDefault(edge.to(), 0) * step;
            double bend = (x1 + x2) / 2;
            Colour colour = edge.tone().isProblem() ? strokes.colour(edge) : theme.accent(number++);
            canvas.open("class=\"edge\"", edge.from() + " → " + edge.to() + ": " + edge.weight());
            canvas.path(
                    "M" + number(x1) + " " + number(y1) + "C" + number(bend) + " " + number(y1) + " " + number(bend)
                            + " " + number(y2) + " " + number(x2) + " " + number(y2),
                    "fill=\"none\" opacity=\"0.35\" " + Canvas.stroke(colour, width, ""));
            canvas.close();
        }
    }

    private void bar(Node node, double unit, double step) {
        double x = column.getOrDefault(node.id(), 0) * step;
        double y = top.getOrDefault(node.id(), 0.0);
        canvas.open("class=\"node\"", node.id());
        canvas.rect(x, y, BAR, amount(node) * unit, 1, Canvas.fill(strokes.colour(node)));
        canvas.text(x + BAR + 6, y + TextMetrics.SIZE - 1, lines(node), Anchor.START, Canvas.fill(strokes.text(node)));
        canvas.close();
    }

    private List<String> lines(Node node) {
        return Labels.wrap(Labels.shortened(node.caption(), 100) + " · " + amount(node), 30, 6);
    }
}
