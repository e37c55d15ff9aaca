package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Point;
import dev.fairlead.diagram.svg.Layout.Route;
import dev.fairlead.diagram.svg.Layout.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Boxes in frames, and arrows with rounded corners. */
final class GraphPicture {
    private static final double CORNER = 5;
    private static final double HEAD = 8;
    /** How much wider bold text is. */
    private static final double BOLD = 1.15;
    /** More labels than this are a carpet; problems keep theirs. */
    private static final int LABELS = 120;

    private final Diagram diagram;
    private final Theme theme;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    private final boolean labelled;
    private final String usual;

    private GraphPicture(Diagram diagram, Theme theme) {
        this.diagram = diagram;
        this.theme = theme;
        this.strokes = new Strokes(theme);
        this.labelled = diagram.edges().size() <= LABELS;
        this.usual = usual(diagram);
    }

    static Picture of(Diagram diagram, Theme theme) {
        return new GraphPicture(diagram, theme).draw();
    }

    /** The label that most edges have says nothing at each of them; the legend has it. */
    static String usual(Diagram diagram) {
        Map<String, Long> counts = diagram.edges().stream()
                .filter(edge -> !edge.isMarked() && !edge.tone().isProblem())
                .collect(Collectors.groupingBy(Edge::caption, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 3
                        && entry.getValue() * 2 > diagram.edges().size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private Picture draw() {
        Layout layout = ElkLayout.of(
                diagram,
                Boxes::size,
                group -> TextMetrics.width(Labels.wrap(group.label(), 40, 1)) * BOLD,
                this::labelSize);
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

    private @Nullable Size labelSize(Edge edge) {
        List<String> lines = shown(edge);
        return lines.isEmpty() ? null : new Size(TextMetrics.width(lines) * 0.85 + 6, lines.size() * TextMetrics.LINE);
    }

    private List<String> shown(Edge edge) {
        boolean shown = !edge.caption().isBlank()
                && !edge.caption().equals(usual)
                && (labelled || edge.tone().isProblem());
        return shown ? Labels.wrap(edge.caption(), 28, 4) : List.of();
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
                    Labels.wrap(group.label(), 40, 1),
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
        List<String> lines = shown(edge);
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
