package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.svg.Canvas.Anchor;
import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Size;
import java.util.List;

/** Boxes with their captions, the same in every picture that has boxes. */
final class Boxes {
    private static final double ABOVE = 7;

    private Boxes() {}

    /** How large a box is that holds the caption of a node. */
    static Size size(Node node) {
        List<String> lines = TextMetrics.lines(node.caption());
        Outline outline = Outline.of(node.kind());
        double beside = outline == Outline.BOX ? 20 : 32;
        return new Size(
                Math.max(48, TextMetrics.width(lines) + beside),
                lines.size() * TextMetrics.LINE + 2 * ABOVE + outline.header());
    }

    /** Draws a box; pointing at it tells what it is and where that is written. */
    static void draw(Canvas canvas, Strokes strokes, Node node, Area at) {
        String place = node.location() == null ? "" : " (" + node.location() + ")";
        Outline outline = Outline.of(node.kind());
        canvas.open("id=\"" + ShortId.of(node.id()) + "\" class=\"node\"", node.id() + place);
        outline.draw(canvas, at, strokes.box(node));
        canvas.text(
                at.x() + at.width() / 2,
                at.y() + ABOVE + TextMetrics.SIZE + outline.header(),
                TextMetrics.lines(node.caption()),
                Anchor.MIDDLE,
                Canvas.fill(strokes.text(node)));
        canvas.close();
    }
}
