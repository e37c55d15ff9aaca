package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables and matrices as a grid of cells. */
final class GridPicture {
    private static final double PADDING = 8;
    /** How much wider bold text is. */
    private static final double BOLD = 1.15;

    /** Of longer titles the beginning and the end are shown. */
    private static final int TITLE = 60;

    private static final int CELL = 44;
    private static final int NARROW = 18;

    private final Diagram diagram;
    private final Theme theme;
    private final Strokes strokes;
    private final Canvas canvas = new Canvas();
    private final List<Row> rows = new ArrayList<>();

    /** Cells, and the box that they are about; a heading has one cell and no box. */
    private record Row(List<List<String>> cells, @Nullable Node node, boolean heading) {
        double height() {
            int lines = cells.stream().mapToInt(List::size).max().orElse(1);
            return lines * TextMetrics.LINE + PADDING;
        }
    }

    private GridPicture(Diagram diagram, Theme theme) {
        this.diagram = diagram;
        this.theme = theme;
        this.strokes = new Strokes(theme);
    }

    static Picture of(Diagram diagram, Theme theme) {
        var grid = new GridPicture(diagram, theme);
        if (diagram.form() == Form.MATRIX) {
            grid.matrix();
        } else {
            grid.heading(diagram.columns());
            grid.table(new Groups(diagram), null);
        }
        return grid.draw();
    }

    private void heading(List<String> titles) {
        rows.add(new Row(
                titles.stream()
                        .map(title -> Labels.wrap(Labels.shortened(title, TITLE), NARROW, 6))
                        .toList(),
                null,
                true));
    }

    private void table(Groups groups, @Nullable String group) {
        for (Node node : groups.nodes(group)) {
            var cells = new ArrayList<List<String>>();
            for (String column : diagram.columns()) {
                boolean remarked = cells.isEmpty() && !node.remark().isEmpty();
                String text = node.attribute(column) + (remarked ? " (" + node.remark() + ")" : "");
                cells.add(Labels.wrap(text, CELL, 8));
            }
            rows.add(new Row(cells, node, false));
        }
        for (Group inner : groups.inside(group)) {
            if (groups.size(inner.id()) > 0) {
                rows.add(new Row(List.of(List.of(Labels.shortened(inner.label(), TITLE))), null, false));
                table(groups, inner.id());
            }
        }
    }

    private void matrix() {
        Map<String, Map<String, List<Edge>>> cells = new HashMap<>();
        diagram.edges()
                .forEach(edge -> cells.computeIfAbsent(edge.from(), _ -> new HashMap<>())
                        .computeIfAbsent(edge.to(), _ -> new ArrayList<>())
                        .add(edge));
        var reached = diagram.edges().stream().map(Edge::to).collect(Collectors.toSet());
        var columns = new ArrayList<Node>();
        var sides = new ArrayList<Node>();
        diagram.nodes().forEach(node -> (reached.contains(node.id()) ? columns : sides).add(node));
        var titles = new ArrayList<>(List.of(""));
        columns.forEach(column -> titles.add(column.caption()));
        heading(titles);
        for (Node side : sides) {
            var row = new ArrayList<>(List.of(Labels.wrap(side.caption(), CELL, 8)));
            for (Node column : columns) {
                String marks = cells.getOrDefault(side.id(), Map.of()).getOrDefault(column.id(), List.of()).stream()
                        .map(edge -> edge.sign() + (edge.label().isEmpty() ? "●" : edge.label()))
                        .collect(Collectors.joining(", "));
                row.add(Labels.wrap(marks, NARROW, 3));
            }
            rows.add(new Row(row, side, false));
        }
    }

    private static boolean isProblem(Row row) {
        return row.node() != null && row.node().tone().isProblem();
    }

    private Picture draw() {
        double[] widths = new double
                [rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1)];
        for (Row row : rows) {
            // A group's title may reach over all columns.
            for (int i = 0; i < row.cells().size() && (row.node() != null || row.heading()); i++) {
                double bold = row.heading() || isProblem(row) ? BOLD : 1;
                widths[i] = Math.max(widths[i], TextMetrics.width(row.cells().get(i)) * bold + 2 * PADDING);
            }
        }
        double width = 0;
        for (double column : widths) {
            width += column;
        }
        for (Row row : rows) {
            if (row.node() == null && !row.heading()) {
                width = Math.max(width, TextMetrics.width(row.cells().getFirst()) * BOLD + 2 * PADDING);
            }
        }
        double y = 0;
        int number = 0;
        for (Row row : rows) {
            draw(row, widths, width, y, number++);
            y += row.height();
        }
        return new Picture(canvas.toString(), width, y);
    }

    private void draw(Row row, double[] widths, double width, double y, int number) {
        boolean title = row.node() == null;
        boolean problem = isProblem(row);
        Colour fill = title || number % 2 == 0 ? theme.frame(0) : theme.background();
        canvas.open(
                title ? "" : "class=\"row\"",
                row.node() == null ? "" : row.node().id());
        canvas.rect(0, y, width, row.height(), 0, Canvas.fill(fill));
        canvas.path(
                "M0 " + Canvas.number(y + row.height()) + "H" + Canvas.number(width),
                Canvas.stroke(title ? theme.line() : theme.frame(0), title ? 1.2 : 0.6, ""));
        double x = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            Colour colour = row.node() == null ? theme.text() : strokes.text(row.node());
            String weight = title || problem ? " font-weight=\"bold\"" : "";
            boolean middle = diagram.form() == Form.MATRIX && i > 0;
            canvas.text(
                    middle ? x + widths[i] / 2 : x + PADDING,
                    y + TextMetrics.SIZE + PADDING / 2,
                    row.cells().get(i),
                    middle ? Anchor.MIDDLE : Anchor.START,
                    Canvas.fill(row.node() != null && row.node().tone() == Tone.OUTSIDE ? theme.muted() : colour)
                            + weight);
            x += widths[i];
        }
        canvas.close();
    }
}
