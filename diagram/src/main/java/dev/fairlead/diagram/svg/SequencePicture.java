package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Participants;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Participants side by side, and messages below each other. */
final class SequencePicture {
    private static final double GAP = 24;

    private final Diagram diagram;
    private final Theme theme;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    /** The middle of each participant, from the left. */
    private final Map<String, Double> places = new HashMap<>();

    private SequencePicture(Diagram diagram, Theme theme) {
        this.diagram = diagram;
        this.theme = theme;
        this.strokes = new Strokes(theme);
    }

    static Picture of(Diagram diagram, Theme theme) {
        return new SequencePicture(diagram, theme).draw();
    }

    private Picture draw() {
        List<Node> participants = Participants.of(diagram);
        double top = 0;
        for (Node node : participants) {
            top = Math.max(top, Boxes.size(node).height());
        }
        place(participants);
        var heights = new ArrayList<Double>();
        double y = top + GAP;
        for (Edge edge : diagram.edges()) {
            y += lines(edge).size() * TextMetrics.LINE + 12;
            heights.add(y);
        }
        double height = y + GAP;
        double right = 0;
        for (Node node : participants) {
            double x = at(node.id());
            double width = Boxes.size(node).width();
            canvas.path(
                    "M" + number(x) + " " + number(top) + "V" + number(height),
                    "fill=\"none\" " + Canvas.stroke(theme.line(), 1, "4 3"));
            Boxes.draw(canvas, strokes, node, new Area(x - width / 2, 0, width, top));
            right = x + width / 2;
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            Edge edge = diagram.edges().get(i);
            message(edge, at(edge.from()), at(edge.to()), heights.get(i));
        }
        return new Picture(canvas.toString(), right, height);
    }

    /** Puts each participant so far from those before it that their boxes and the words between them have room. */
    private void place(List<Node> participants) {
        Map<String, List<Edge>> messages = new HashMap<>();
        for (Edge edge : diagram.edges()) {
            messages.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
            messages.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
        }
        double free = 0;
        for (Node node : participants) {
            double width = Boxes.size(node).width();
            double x = free + width / 2;
            for (Edge edge : messages.getOrDefault(node.id(), List.of())) {
                Double other = places.get(edge.from().equals(node.id()) ? edge.to() : edge.from());
                if (other != null) {
                    x = Math.max(x, other + TextMetrics.width(lines(edge)) + GAP);
                }
            }
            places.put(node.id(), x);
            free = x + width / 2 + GAP;
        }
    }

    private double at(String participant) {
        return places.getOrDefault(participant, 0.0);
    }

    private static List<String> lines(Edge edge) {
        return Labels.wrap(edge.caption(), 40, 4);
    }

    private void message(Edge edge, double from, double to, double y) {
        double back = to >= from ? -8 : 8;
        canvas.open("class=\"edge\"", edge.from() + " → " + edge.to());
        canvas.path("M" + number(from) + " " + number(y) + "H" + number(to), strokes.line(edge));
        canvas.path(
                "M" + number(to) + " " + number(y) + "L" + number(to + back) + " " + number(y - 4) + "V" + number(y + 4)
                        + "Z",
                Canvas.fill(strokes.colour(edge)));
        List<String> lines = lines(edge);
        double top = y - 5 - (lines.size() - 1) * TextMetrics.LINE;
        double width = TextMetrics.width(lines);
        // The lines of participants in between do not cross the words.
        canvas.rect(
                (from + to - width) / 2 - 2,
                top - TextMetrics.SIZE + 1,
                width + 4,
                lines.size() * TextMetrics.LINE - 2,
                2,
                Canvas.fill(theme.background()));
        canvas.text((from + to) / 2, top, lines, Anchor.MIDDLE, Canvas.fill(strokes.text(edge)));
        canvas.close();
    }
}
