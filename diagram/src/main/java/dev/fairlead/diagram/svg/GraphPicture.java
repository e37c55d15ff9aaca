package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Point;
import dev.fairlead.diagram.svg.Layout.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boxes in frames, and arrows with rounded corners. */
final class GraphPicture {
    private static final double CORNER = 5;
    private static final double HEAD = 8;

    private final Diagram diagram;
    private final Theme theme;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    private final EdgeLabels labels;

    private GraphPicture(Diagram diagram, Theme theme) {
        this.diagram = diagram;
        this.theme = theme;
        this.strokes = new Strokes(theme);
        this.labels = new EdgeLabels(diagram);
    }

    static Picture of(Diagram diagram, Theme theme) {
        return new GraphPicture(diagram, theme).draw();
    }

    private Picture draw() {
        Layout layout = GraphLayout.of(diagram, labels);
        var groups = new Groups(diagram);
        for (Group group : diagram.groups()) {
            frame(
                    group,
                    layout.groups().get(group.id()),
                    groups.around(group.id()).size() - 1);
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            line(diagram.edges().get(i), layout.routes().get(i));
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            label(diagram.edges().get(i), layout.routes().get(i));
        }
        for (Node node : diagram.nodes()) {
            Area at = layout.nodes().get(node.id());
            if (at != null) {
                Boxes.draw(canvas, strokes, node, at);
            }
        }
        return new Picture(canvas.toString(), layout.width(), layout.height());
    }

    private void frame(Group group, @Nullable Area at, int depth) {
        if (at != null) {
            canvas.open("class=\"group\"", group.id());
            canvas.rect(
                    at.x(),
                    at.y(),
                    at.width(),
                    at.height(),
                    8,
                    Canvas.fill(theme.frame(depth)) + " " + Canvas.stroke(theme.line(), 1, ""));
            canvas.text(
                    at.x() + 12,
                    at.y() + 22,
                    List.of(GraphLayout.title(group)),
                    Anchor.START,
                    Canvas.fill(theme.text()) + " font-weight=\"bold\"");
            canvas.close();
        }
    }

    private void line(Edge edge, Route route) {
        List<Point> points = route.points();
        if (points.size() < 2) {
            return;
        }
        canvas.open(
                "class=\"edge\"",
                edge.from() + " → " + edge.to() + (edge.caption().isEmpty() ? "" : ": " + edge.caption()));
        canvas.path(rounded(points), strokes.line(edge));
        if (!edge.kind().equals("contains")) {
            canvas.path(head(points), Canvas.fill(strokes.colour(edge)));
        }
        canvas.close();
    }

    private void label(Edge edge, Route route) {
        Area at = route.label();
        List<String> lines = labels.lines(edge);
        if (at != null && !lines.isEmpty()) {
            canvas.rect(
                    at.x(), at.y(), at.width(), at.height(), 3, Canvas.fill(theme.background()) + " opacity=\"0.85\"");
            canvas.text(
                    at.x() + at.width() / 2,
                    at.y() + TextMetrics.SIZE,
                    lines,
                    Anchor.MIDDLE,
                    "font-size=\"11\" " + Canvas.fill(strokes.text(edge)));
        }
    }

    private static String rounded(List<Point> points) {
        var path = new StringBuilder();
        Point first = points.getFirst();
        path.append('M').append(number(first.x())).append(' ').append(number(first.y()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point before = towards(points.get(i), points.get(i - 1));
            Point after = towards(points.get(i), points.get(i + 1));
            Point bend = points.get(i);
            path.append('L').append(number(before.x())).append(' ').append(number(before.y()));
            path.append('Q')
                    .append(number(bend.x()))
                    .append(' ')
                    .append(number(bend.y()))
                    .append(' ');
            path.append(number(after.x())).append(' ').append(number(after.y()));
        }
        Point last = points.getLast();
        return path.append('L')
                .append(number(last.x()))
                .append(' ')
                .append(number(last.y()))
                .toString();
    }

    private static Point towards(Point from, Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static String head(List<Point> points) {
        Point tip = points.getLast();
        Point back = points.get(points.size() - 2);
        double length = Math.max(0.1, Math.hypot(tip.x() - back.x(), tip.y() - back.y()));
        double dx = (tip.x() - back.x()) / length;
        double dy = (tip.y() - back.y()) / length;
        double x = tip.x() - dx * HEAD;
        double y = tip.y() - dy * HEAD;
        double half = HEAD / 2.2;
        return "M" + number(tip.x()) + " " + number(tip.y()) + "L" + number(x - dy * half) + " " + number(y + dx * half)
                + "L" + number(x + dy * half) + " " + number(y - dx * half) + "Z";
    }
}
