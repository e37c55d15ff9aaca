package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import org.jspecify.annotations.Nullable;

/** A {@code treemap-beta}: groups are areas, and every node is as large as the others. */
final class Treemap {
    private static final String FRAME = ":::frame";
    private static final String BOX = ":::box";

    private final Groups groups;
    private final MermaidWriter out = new MermaidWriter();

    private Treemap(Diagram diagram) {
        this.groups = new Groups(diagram);
    }

    static String of(Diagram diagram) {
        var treemap = new Treemap(diagram);
        treemap.out.line("treemap-beta");
        treemap.out.line(MermaidWriter.quote(diagram.title()) + FRAME);
        diagram.notes().forEach(note -> treemap.out.line("  " + MermaidWriter.quote(note) + ": 1" + BOX));
        treemap.level(null, "  ");
        // Of the colours that Mermaid gives by itself, some cannot be read on others.
        treemap.out.line("classDef frame fill:#f6f8fa,stroke:#8c959f,color:#1f2328");
        treemap.out.line("classDef box fill:#ddf4ff,stroke:#54aeff,color:#1f2328");
        return treemap.out.toString();
    }

    private void level(@Nullable String group, String indent) {
        for (Group inner : groups.inside(group)) {
            out.line(indent + MermaidWriter.quote(inner.label()) + FRAME);
            level(inner.id(), indent + "  ");
        }
        for (Node node : groups.nodes(group)) {
            out.line(indent + MermaidWriter.quote(node.caption()) + ": " + weight(node) + BOX);
        }
    }

    /** A group that is drawn as one box is as large as what is in it. */
    private static String weight(Node node) {
        String collapsed = node.attribute("collapsed");
        int space = collapsed.indexOf(' ');
        return space < 0 ? "1" : collapsed.substring(0, space);
    }
}
