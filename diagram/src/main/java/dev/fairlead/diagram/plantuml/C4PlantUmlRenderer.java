package dev.fairlead.diagram.plantuml;

import static dev.fairlead.diagram.plantuml.PlantUmlText.escape;
import static dev.fairlead.diagram.plantuml.PlantUmlText.quote;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.ShortId;
import org.jspecify.annotations.Nullable;

/** Writes a diagram with the C4 library of PlantUML: groups are boundaries, and boxes elements of the level. */
public final class C4PlantUmlRenderer {
    private final Diagram diagram;
    private final Groups groups;
    private final StringBuilder out = new StringBuilder();

    private C4PlantUmlRenderer(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new C4PlantUmlRenderer(diagram).render();
    }

    private String render() {
        line("@startuml");
        line("!include <C4/C4_Component>");
        line("AddRelTag(\"problem\", $textColor=\"#C92A2A\", $lineColor=\"#C92A2A\", $lineStyle=DashedLine())");
        line("AddElementTag(\"problem\", $fontColor=\"#C92A2A\", $borderColor=\"#C92A2A\", $bgColor=\"#FFF5F5\","
                + " $borderStyle=DashedLine())");
        line("title " + escape(diagram.title()));
        level(null, "");
        for (Edge edge : diagram.edges()) {
            String caption = edge.caption().isBlank() ? "relates to" : edge.caption();
            String tag = edge.tone().isProblem() ? ", $tags=\"problem\"" : "";
            line("Rel(" + ShortId.of(edge.from()) + ", " + ShortId.of(edge.to()) + ", " + quote(caption) + tag + ")");
        }
        if (!diagram.notes().isEmpty()) {
            line("footer " + escape(String.join(" ", diagram.notes())));
        }
        line("@enduml");
        return out.toString();
    }

    private void level(@Nullable String group, String indent) {
        for (Group inner : groups.inside(group)) {
            String boundary = inner.kind().equals("environment") ? "System_Boundary" : "Container_Boundary";
            line(indent + boundary + "(in_" + ShortId.of(inner.id()) + ", " + quote(inner.label()) + ") {");
            level(inner.id(), indent + "  ");
            line(indent + "}");
        }
        for (Node node : groups.nodes(group)) {
            String tag = node.tone().isProblem() ? ", $tags=\"problem\"" : "";
            line(indent + element(node) + "(" + ShortId.of(node.id()) + ", " + quote(node.caption()) + tag + ")");
        }
    }

    private String element(Node node) {
        return switch (node.kind()) {
            case "person" -> "Person";
            case "missing" -> "System_Ext";
            case "environment", "fleet" -> "System";
            case "host" -> "Container";
            case "channel" -> "ContainerQueue";
            case "state" -> "ComponentDb";
            default -> diagram.form() == Form.CONTEXT ? "System" : "Component";
        };
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
