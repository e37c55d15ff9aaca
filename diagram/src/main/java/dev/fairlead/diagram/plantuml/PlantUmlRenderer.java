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
import dev.fairlead.diagram.ir.Participants;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.ir.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a diagram for PlantUML: a sequence diagram where it has that form, else boxes in packages. */
public final class PlantUmlRenderer {
    private final Diagram diagram;
    private final Groups groups;
    private final StringBuilder out = new StringBuilder();

    private PlantUmlRenderer(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new PlantUmlRenderer(diagram).render();
    }

    private String render() {
        line("@startuml");
        line("title " + escape(diagram.title()));
        if (diagram.form() == Form.SEQUENCE) {
            for (Node node : Participants.of(diagram)) {
                String keyword = node.kind().equals("channel") ? "queue " : "participant ";
                line(keyword + quote(node.caption()) + " as " + ShortId.of(node.id()));
            }
        } else {
            line("left to right direction");
            line("skinparam shadowing false");
            level(null, "");
        }
        for (Edge edge : diagram.edges()) {
            String caption = edge.caption().isBlank() ? "" : " : " + escape(edge.caption());
            line(ShortId.of(edge.from()) + " " + arrow(edge) + " " + ShortId.of(edge.to()) + caption);
        }
        out.append(PlantUmlText.footer(diagram));
        line("@enduml");
        return out.toString();
    }

    private void level(@Nullable String group, String indent) {
        for (Group inner : groups.inside(group)) {
            line(indent + "rectangle " + quote(inner.label()) + " as in_" + ShortId.of(inner.id()) + " {");
            level(inner.id(), indent + "  ");
            line(indent + "}");
        }
        for (Node node : groups.nodes(group)) {
            line(indent + keyword(node.kind()) + " " + quote(node.caption()) + " as " + ShortId.of(node.id())
                    + (node.tone() == Tone.PLAIN && node.origin() != null ? style(node.origin()) : style(node.tone())));
        }
    }

    private static String keyword(String kind) {
        return switch (kind) {
            case "capability", "class", "backend" -> "usecase";
            case "channel" -> "queue";
            case "state" -> "database";
            case "rule" -> "card";
            case "person" -> "actor";
            case "host", "environment", "fleet" -> "node";
            default -> "rectangle";
        };
    }

    private String arrow(Edge edge) {
        if (diagram.form() == Form.SEQUENCE) {
            return edge.tone().isProblem() ? "-[#C92A2A]->x" : "->";
        }
        if (!edge.tone().isProblem() && edge.origin() != null) {
            return switch (edge.origin()) {
                case OLD -> "-[#C92A2A,dashed]->";
                case NEW -> "-[#1E6B30,bold]->";
                case CHANGED, MOVED, RENAMED -> "-[#7A4100,dotted]->";
                case BOTH -> "-->";
            };
        }
        return switch (edge.tone()) {
            case PLAIN, OUTSIDE -> List.of("channel", "imports", "includes").contains(edge.kind()) ? "..>" : "-->";
            case UNKNOWN -> "-[#862E9C,dotted]->";
            case UNCOVERED, AMBIGUOUS -> "-[#A33100,dotted]->";
            case CONFLICT, CYCLE -> "-[#C92A2A,bold]->";
            case MISSING -> "-[#C92A2A,dashed]->";
        };
    }

    private static String style(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case OUTSIDE -> " #F1F3F5;line:868E96;line.dotted;text:495057";
            case UNKNOWN -> " #FFFFFF;line:862E9C;line.dashed;text:862E9C";
            case UNCOVERED, AMBIGUOUS -> " #FFFFFF;line:A33100;line.dashed;text:A33100";
            case CONFLICT, CYCLE -> " #FFFFFF;line:C92A2A;line.bold;text:C92A2A";
            case MISSING -> " #FFFFFF;line:C92A2A;line.dashed;text:C92A2A";
        };
    }

    private static String style(Origin origin) {
        return switch (origin) {
            case OLD -> " #FFFFFF;line:C92A2A;line.dashed;text:C92A2A";
            case NEW -> " #EBFBEE;line:1E6B30;line.bold;text:1E6B30";
            case CHANGED -> " #FFF9DB;line:7A4100;line.bold;text:7A4100";
            case MOVED, RENAMED -> " #E7F5FF;line:1864AB;line.dotted;text:1864AB";
            case BOTH -> "";
        };
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
