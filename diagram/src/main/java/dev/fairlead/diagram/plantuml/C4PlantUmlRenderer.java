package dev.fairlead.diagram.plantuml;

import static dev.fairlead.diagram.plantuml.PlantUmlText.escape;
import static dev.fairlead.diagram.plantuml.PlantUmlText.quote;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.ir.Tone;
import java.util.Locale;
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
        if (diagram.nodes().stream().anyMatch(node -> node.origin() != null)
                || diagram.edges().stream().anyMatch(Edge::isMarked)) {
            mark(Origin.OLD, "C92A2A", "FFF5F5", "DashedLine");
            mark(Origin.NEW, "1E6B30", "EBFBEE", "BoldLine");
            mark(Origin.CHANGED, "7A4100", "FFF9DB", "BoldLine");
            mark(Origin.MOVED, "1864AB", "E7F5FF", "DottedLine");
            mark(Origin.RENAMED, "1864AB", "E7F5FF", "DottedLine");
        }
        if (!diagram.form().isC4()) {
            line("LAYOUT_LEFT_RIGHT()");
        }
        line("title " + escape(diagram.title()));
        level(null, "");
        for (Edge edge : diagram.edges()) {
            String tag = tag(edge.tone(), edge.origin());
            line("Rel(" + ShortId.of(edge.from()) + ", " + ShortId.of(edge.to()) + ", " + quote(edge.verb()) + tag
                    + ")");
        }
        out.append(PlantUmlText.footer(diagram));
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
            String tag = tag(node.tone(), node.origin());
            line(indent + element(node) + "(" + ShortId.of(node.id()) + ", " + quote(node.caption()) + tag + ")");
        }
    }

    private void mark(Origin origin, String line, String background, String style) {
        String name = name(origin);
        line("AddRelTag(\"" + name + "\", $textColor=\"#" + line + "\", $lineColor=\"#" + line + "\", $lineStyle="
                + style + "())");
        line("AddElementTag(\"" + name + "\", $fontColor=\"#" + line + "\", $borderColor=\"#" + line
                + "\", $bgColor=\"#" + background + "\", $borderStyle=" + style + "())");
    }

    private static String name(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    private static String tag(Tone tone, @Nullable Origin origin) {
        if (tone.isProblem()) {
            return ", $tags=\"problem\"";
        }
        return origin == null || origin == Origin.BOTH ? "" : ", $tags=\"" + name(origin) + "\"";
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
