package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.Layout.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a diagram's boxes, frames and arrows go when it is drawn as a graph, each as large as its text wants. */
public final class GraphLayout {
    /** How much wider bold text is. */
    private static final double BOLD = 1.15;

    private GraphLayout() {}

    /** Lays a diagram out. Costs about a second for a thousand boxes; equal diagrams get equal layouts. */
    public static Layout of(Diagram diagram) {
        return of(diagram, new EdgeLabels(diagram));
    }

    static Layout of(Diagram diagram, EdgeLabels labels) {
        return ElkLayout.of(diagram, Boxes::size, GraphLayout::header, edge -> label(labels.lines(edge)));
    }

    /** The lines that are written in a box, at a size of 13 pixels and 17 pixels apart. */
    public static List<String> lines(Node node) {
        return TextMetrics.lines(node.caption());
    }

    /** The line that is written in the upper left corner of a frame, in bold. */
    public static String title(Group group) {
        return Labels.wrap(group.label(), 40, 1).getFirst();
    }

    private static double header(Group group) {
        return TextMetrics.width(title(group)) * BOLD;
    }

    private static @Nullable Size label(List<String> lines) {
        return lines.isEmpty() ? null : new Size(TextMetrics.width(lines) * 0.85 + 6, lines.size() * TextMetrics.LINE);
    }
}
