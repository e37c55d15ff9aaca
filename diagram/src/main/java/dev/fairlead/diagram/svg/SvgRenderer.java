package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Draws a diagram as SVG: its title, what was left out, the picture, and a legend. */
public final class SvgRenderer {
    private static final double MARGIN = 24;
    private static final double LEAST = 420;

    private SvgRenderer() {}

    /**
     * A drawing.
     *
     * @param text the SVG, ending in a line break
     * @param width in pixels
     * @param height in pixels
     */
    public record Drawing(String text, int width, int height) {}

    /** Draws a diagram. Costs what its layout costs: about a second for a thousand boxes. */
    public static Drawing render(Diagram diagram, Theme theme) {
        Picture picture = diagram.nodes().isEmpty()
                ? new Picture("", 0, 0)
                : switch (diagram.form()) {
                    case TABLE, MATRIX -> GridPicture.of(diagram, theme);
                    case SEQUENCE -> SequencePicture.of(diagram, theme);
                    case FLOW -> FlowPicture.of(diagram, theme);
                    case GRAPH, TREE, AREAS, STATES, CONTEXT, CONTAINER, COMPONENT -> GraphPicture.of(diagram, theme);
                };
        return framed(diagram, theme, picture);
    }

    private static Drawing framed(Diagram diagram, Theme theme, Picture picture) {
        double inner = Math.max(LEAST, picture.width());
        int characters = (int) (inner / 8);
        var title = Labels.wrap(diagram.title(), Math.max(40, characters * 2 / 3), 3);
        List<String> notes = new ArrayList<>();
        diagram.notes().forEach(note -> notes.addAll(Labels.wrap(note, Math.max(40, characters), 4)));
        Picture legend = Legend.of(diagram, theme, inner);
        double top = MARGIN + title.size() * 24 + notes.size() * TextMetrics.LINE + 12;
        double bottom = top + picture.height() + 20;
        double width = Math.ceil(inner + 2 * MARGIN);
        double height = Math.ceil(bottom + legend.height() + MARGIN);
        var canvas = new Canvas();
        canvas.rect(0, 0, width, height, 0, Canvas.fill(theme.background()));
        double y = MARGIN + 18;
        for (String line : title) {
            canvas.text(
                    MARGIN,
                    y,
                    List.of(line),
                    Anchor.START,
                    "font-size=\"18\" font-weight=\"bold\" " + Canvas.fill(theme.text()));
            y += 24;
        }
        canvas.text(MARGIN, y, notes, Anchor.START, Canvas.fill(theme.muted()));
        canvas.open("transform=\"translate(" + number((width - picture.width()) / 2) + " " + number(top) + ")\"", "");
        String before = canvas.toString();
        String size = "width=\"" + number(width) + "\" height=\"" + number(height) + "\"";
        String text = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + number(width) + " "
                + number(height) + "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\""
                + TextMetrics.FAMILY + "\" font-size=\"" + number(TextMetrics.SIZE) + "\">\n<title id=\"title\">"
                + Canvas.escape(diagram.title()) + "</title>\n<desc id=\"desc\">" + description(diagram) + "</desc>\n"
                + before
                + picture.svg() + "</g>\n<g transform=\"translate(" + number(MARGIN) + " " + number(bottom) + ")\">\n"
                + legend.svg() + "</g>\n</svg>\n";
        return new Drawing(text, (int) width, (int) height);
    }

    private static String description(Diagram diagram) {
        long problems =
                diagram.edges().stream().filter(edge -> edge.tone().isProblem()).count()
                        + diagram.nodes().stream()
                                .filter(node -> node.tone().isProblem())
                                .count();
        return Canvas.escape(
                diagram.nodes().size() + " boxes, " + diagram.edges().size() + " connections, " + problems
                        + " with a problem. " + String.join(" ", diagram.notes()));
    }
}
