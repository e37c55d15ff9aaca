package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the shapes and lines of a picture mean: only those that it has. */
final class Legend {
    private static final double SAMPLE = 34;
    private static final double ROW = 26;

    private final Theme theme;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    private final double width;
    private double x;
    private double y;

    private Legend(Theme theme, double width) {
        this.theme = theme;
        this.strokes = new Strokes(theme);
        this.width = width;
    }

    /** The legend of a diagram, no wider than {@code width} unless one entry is. */
    static Picture of(Diagram diagram, Theme theme, double width) {
        var legend = new Legend(theme, width);
        if (diagram.form() == Form.TABLE || diagram.form() == Form.MATRIX) {
            return new Picture("", 0, 0);
        }
        Map<String, Node> boxes = new TreeMap<>();
        if (diagram.form() != Form.FLOW) {
            for (Node node : diagram.nodes()) {
                boxes.putIfAbsent(node.kind(), Node.of("", "", node.kind()));
            }
        }
        boxes.remove("missing");
        legend.boxes(boxes);
        var tones = new TreeSet<Tone>();
        diagram.nodes().forEach(node -> tones.add(node.tone()));
        tones.remove(Tone.PLAIN);
        for (Tone tone : tones) {
            String words = tone == Tone.OUTSIDE ? "elsewhere, drawn for its arrows" : tone.words();
            legend.box(Node.of("", "", "service").toned(tone), words);
        }
        for (Origin origin : Origin.values()) {
            if (origin != Origin.BOTH && diagram.nodes().stream().anyMatch(node -> node.origin() == origin)) {
                legend.box(Node.of("", "", "service").marked(origin), origin.mark());
            }
        }
        if (diagram.form() != Form.FLOW) {
            legend.lines(diagram);
        }
        return new Picture(legend.canvas.toString(), width, legend.x == 0 && legend.y == 0 ? 0 : legend.y + ROW);
    }

    private void lines(Diagram diagram) {
        Map<List<String>, Edge> lines = new LinkedHashMap<>();
        String usual = EdgeLabels.usual(diagram);
        for (Edge edge : diagram.edges()) {
            if (edge.isMarked() && !edge.tone().isProblem()) {
                continue;
            }
            String words = edge.tone().words();
            List<String> key = List.of(edge.kind(), edge.tone().name());
            if (!usual.isEmpty() && edge.caption().equals(usual)) {
                lines.put(key, edge.labelled(saying(edge.kind(), usual)));
            } else {
                lines.putIfAbsent(key, edge.labelled(words.isEmpty() ? Edge.verb(edge.kind()) : words));
            }
        }
        for (Edge edge : diagram.edges()) {
            if (edge.isMarked() && !edge.tone().isProblem()) {
                Edge sample = Edge.of("", "", "", "requires").marked(edge.origin());
                lines.putIfAbsent(List.of(sample.caption()), sample.labelled(sample.caption() + " (arrow)"));
            }
        }
        var looks = new LinkedHashMap<String, Look<Edge>>();
        for (Edge edge : lines.values()) {
            String look = strokes.line(edge) + edge.kind().equals("contains");
            looks.computeIfAbsent(look, _ -> new Look<>(edge, new TreeSet<>()))
                    .words()
                    .add(edge.label());
        }
        looks.values().forEach(look -> line(look.sample(), String.join(", ", look.words())));
    }

    /** A label that is no verb, but the place where an inclusion is written, does not say what the line means. */
    private static String saying(String kind, String label) {
        return kind.equals("includes") && !label.equals(kind) ? kind + " (" + label + ")" : label;
    }

    /** What looks the same is one entry. */
    private record Look<T>(T sample, SortedSet<String> words) {}

    private void boxes(Map<String, Node> byKind) {
        var looks = new LinkedHashMap<String, Look<Node>>();
        byKind.forEach((kind, node) -> looks.computeIfAbsent(
                        Outline.of(kind) + strokes.box(node), _ -> new Look<>(node, new TreeSet<>()))
                .words()
                .add(kind));
        looks.values().forEach(look -> box(look.sample(), String.join(", ", look.words())));
    }

    private void line(Edge edge, String words) {
        double at = entry(words);
        double middle = y + 10;
        canvas.path("M" + number(at) + " " + number(middle) + "H" + number(at + SAMPLE - 6), strokes.line(edge));
        if (!edge.kind().equals("contains")) {
            canvas.path(
                    "M" + number(at + SAMPLE) + " " + number(middle) + "l-8 -4v8Z", Canvas.fill(strokes.colour(edge)));
        }
    }

    private void box(Node node, String words) {
        double at = entry(words);
        Outline.of(node.kind()).draw(canvas, new Area(at, y + 1, SAMPLE, 18), strokes.box(node));
    }

    /** Writes the words of an entry and tells where its sample begins. */
    private double entry(String words) {
        double needed = SAMPLE + 8 + TextMetrics.width(words, 12) + 22;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += ROW;
        }
        double at = x;
        var lines = new ArrayList<>(List.of(words));
        canvas.text(at + SAMPLE + 8, y + 15, lines, Anchor.START, "font-size=\"12\" " + Canvas.fill(theme.muted()));
        x += needed;
        return at;
    }
}
