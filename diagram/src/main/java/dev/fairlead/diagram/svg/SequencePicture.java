package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Participants;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Size;
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
        double box = 80;
        for (Node node : participants) {
            Size size = Boxes.size(node);
            top = Math.max(top, size.height());
            box = Math.max(box, size.width());
        }
        Map<String, Integer> place = new HashMap<>();
        participants.forEach(node -> place.put(node.id(), place.size()));
        double step = box + GAP;
        for (Edge edge : diagram.edges()) {
            int apart = Math.max(1, Math.abs(place.getOrDefault(edge.from(), 0) - place.getOrDefault(edge.to(), 0)));
            step = Math.max(step, (TextMetrics.width(lines(edge)) + GAP) / apart);
        }
        var heights = new ArrayList<Double>();
        double y = top + GAP;
        for (Edge edge : diagram.edges()) {
            y += lines(edge).size() * TextMetrics.LINE + 12;
            heights.add(y);
        }
        double height = y + GAP;
        for (Node node : participants) {
            double x = box / 2 + place.getOrDefault(node.id(), 0) * step;
            canvas.path(
                    "M" + number(x) + " " + number(top) + "V" + number(height),
                    "fill=\"none\" " + Canvas.stroke(theme.line(), 1, "4 3"));
            Boxes.draw(canvas, strokes, node, new Area(x - box / 2, 0, box, top));
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            Edge edge = diagram.edges().get(i);
            double from = box / 2 + place.getOrDefault(edge.from(), 0) * step;
            double to = box / 2 + place.getOrDefault(edge.to(), 0) * step;
            message(edge, from, to, heights.get(i));
        }
        return new Picture(canvas.toString(), box + Math.max(0, participants.size() - 1) * step, height);
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
        canvas.text(
                (from + to) / 2,
                y - 5 - (lines.size() - 1) * TextMetrics.LINE,
                lines,
                Anchor.MIDDLE,
                Canvas.fill(strokes.text(edge)));
        canvas.close();
    }
}
