package dev.fairlead.diagram.mermaid;

import static dev.fairlead.diagram.mermaid.MermaidWriter.quote;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.ShortId;
import org.jspecify.annotations.Nullable;

/** A {@code C4Context}, {@code C4Container} or {@code C4Component}. */
final class C4Diagram {
    private final Diagram diagram;
    private final Groups groups;
    private final MermaidWriter out = new MermaidWriter();

    private C4Diagram(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
    }

    static String of(Diagram diagram) {
        return new C4Diagram(diagram).write();
    }

    private String write() {
        out.line(
                switch (diagram.form()) {
                    case CONTEXT -> "C4Context";
                    case CONTAINER -> "C4Container";
                    default -> "C4Component";
                });
        out.line("  title " + MermaidWriter.bare(diagram.title()));
        level(null, "  ");
        int number = 0;
        for (String note : diagram.notes()) {
            out.line("  System_Ext(note_" + ++number + ", \"Note\", " + quote(note) + ")");
        }
        for (Edge edge : diagram.edges()) {
            String ends = ShortId.of(edge.from()) + ", " + ShortId.of(edge.to());
            out.line("  Rel(" + ends + ", " + quote(edge.verb()) + ")");
            if (edge.tone().isProblem()) {
                out.line("  UpdateRelStyle(" + ends + ", $textColor=\"#c92a2a\", $lineColor=\"#c92a2a\")");
            }
        }
        return out.toString();
    }

    private void level(@Nullable String group, String indent) {
        for (Group inner : groups.inside(group)) {
            String boundary = inner.kind().equals("environment") ? "System_Boundary" : "Container_Boundary";
            out.line(indent + boundary + "(in_" + ShortId.of(inner.id()) + ", " + quote(inner.label()) + ") {");
            level(inner.id(), indent + "  ");
            out.line(indent + "}");
        }
        for (Node node : groups.nodes(group)) {
            out.line(indent + element(node) + "(" + ShortId.of(node.id()) + ", " + quote(node.caption()) + ")");
        }
    }

    private String element(Node node) {
        if (node.kind().equals("person")) {
            return "Person";
        }
        if (node.kind().equals("missing")) {
            return "System_Ext";
        }
        return diagram.form() == Form.CONTEXT ? "System" : diagram.form() == Form.CONTAINER ? "Container" : "Component";
    }
}
