package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stages as columns in their order, after what is in no stage because it is missing, and arrows from column to column. */
final class StagesPicture {
    private static final double GAP = 90;
    private static final double PADDING = 14;
    private static final double HEADER = 40;

    private final Theme theme;
    private final Diagram diagram;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    private final Map<String, Area> places = new HashMap<>();

    private StagesPicture(Diagram diagram, Theme theme) {
        this.diagram = diagram;
        this.theme = theme;
        this.strokes = new Strokes(theme);
    }

    static Picture of(Diagram diagram, Theme theme) {
        return new StagesPicture(diagram, theme).draw();
    }

    private Picture draw() {
        var groups = new Groups(diagram);
        double x = 0;
        double height = 0;
        if (!groups.nodes(null).isEmpty()) {
            Area area = column(groups.nodes(null), "", x);
            x += area.width() + GAP;
            height = Math.max(height, area.height());
        }
        var columns = new ArrayList<>(groups.inside(null));
        for (Group stage : columns) {
            Area area = column(groups.nodes(stage.id()), stage.label(), x);
            canvas.rect(
                    area.x(),
                    area.y(),
                    area.width(),
                    area.height(),
                    8,
                    Canvas.fill(theme.frame(0)) + " " + Canvas.stroke(theme.line(), 1, ""));
            canvas.text(
                    x + PADDING,
                    23,
                    TextMetrics.lines(stage.label()),
                    Anchor.START,
                    Canvas.fill(theme.text()) + " font-weight=\"bold\"");
            x += area.width() + GAP;
            height = Math.max(height, area.height());
        }
        diagram.edges().forEach(this::arrow);
        diagram.nodes().forEach(this::box);
        return new Picture(canvas.toString(), Math.max(0, x - GAP), height);
    }

    private Area column(List<Node> nodes, String title, double x) {
        double header = TextMetrics.lines(title).size() * TextMetrics.LINE + HEADER - TextMetrics.LINE;
        double width = TextMetrics.width(TextMetrics.lines(title)) * 1.15;
        for (Node node : nodes) {
            width = Math.max(width, Boxes.size(node).width());
        }
        double y = header;
        for (Node node : nodes) {
            double height = Boxes.size(node).height();
            places.put(node.id(), new Area(x + PADDING, y, width, height));
            y += height + 10;
        }
        return new Area(x, 0, width + 2 * PADDING, y + PADDING - 10);
    }

    private void box(Node node) {
        Area at = places.get(node.id());
        if (at != null) {
            Boxes.draw(canvas, strokes, node, at);
        }
    }

    private void arrow(Edge edge) {
        Area from = places.get(edge.from());
        Area to = places.get(edge.to());
        if (from == null || to == null) {
            return;
        }
        boolean forward = from.x() < to.x();
        boolean backward = from.x() > to.x();
        double x1 = backward ? from.x() : from.x() + from.width();
        double y1 = from.y() + from.height() / 2;
        double x2 = forward ? to.x() : to.x() + to.width();
        double y2 = to.y() + to.height() / 2;
        double bend = forward || backward ? (x1 + x2) / 2 : Math.max(x1, x2) + GAP / 2;
        double head = forward ? -8 : 8;
        canvas.open("class=\"edge\"", edge.from() + " → " + edge.to() + ": " + edge.caption());
        canvas.path(
                "M" + number(x1) + " " + number(y1) + "C" + number(bend) + " " + number(y1) + " " + number(bend) + " "
                        + number(y2) + " " + number(x2) + " " + number(y2),
                strokes.line(edge));
        canvas.path(
                "M" + number(x2) + " " + number(y2) + "l" + number(head) + " -4v8Z", Canvas.fill(strokes.colour(edge)));
        canvas.close();
    }
}
