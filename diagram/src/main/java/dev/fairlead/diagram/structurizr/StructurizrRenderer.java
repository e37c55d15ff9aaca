package dev.fairlead.diagram.structurizr;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Labels;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.ShortId;
import dev.fairlead.diagram.ir.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes a diagram as a workspace in the Structurizr DSL: an outermost group is a software system whose containers are the
 * boxes in it, at any depth; a box in no group is a software system or a person.
 */
public final class StructurizrRenderer {
    /** Between the names of nested groups; a character that names do not have. */
    private static final String SEPARATOR = "\u203a";

    private static final String JOINER = "\u2060";

    private final Diagram diagram;
    private final Groups groups;
    private final StringBuilder out = new StringBuilder();
    /** Names of software systems and people are unique, as are those of containers within one. */
    private final Map<String, Set<String>> taken = new HashMap<>();

    private StructurizrRenderer(Diagram diagram) {
        this.diagram = diagram;
        this.groups = new Groups(diagram);
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new StructurizrRenderer(diagram).render();
    }

    private String render() {
        line("workspace " + quote(diagram.title()) + " " + quote(String.join(" ", diagram.notes())) + " {");
        line("  model {");
        line("    properties {");
        line("      \"structurizr.groupSeparator\" \"" + SEPARATOR + "\"");
        line("    }");
        for (Group system : groups.inside(null)) {
            line("    in_" + ShortId.of(system.id()) + " = softwareSystem " + unique("", system.label()) + " {");
            containers(system, system, "      ");
            line("    }");
        }
        for (Node node : groups.nodes(null)) {
            String element = node.kind().equals("person") ? "person " : "softwareSystem ";
            line("    " + ShortId.of(node.id()) + " = " + element + unique("", node.caption()) + " \"\" " + tags(node));
        }
        relations();
        line("  }");
        views();
        line("}");
        return out.toString();
    }

    private void containers(Group system, Group group, String indent) {
        for (Group inner : groups.inside(group.id())) {
            line(indent + "group " + quote(inner.label().replace(SEPARATOR, ">")) + " {");
            containers(system, inner, indent + "  ");
            line(indent + "}");
        }
        for (Node node : groups.nodes(group.id())) {
            String name = unique(system.id(), node.caption());
            line(indent + ShortId.of(node.id()) + " = container " + name + " \"\" " + quote(node.kind()) + " "
                    + tags(node));
        }
    }

    private void relations() {
        Set<List<String>> drawn = new HashSet<>();
        for (Edge edge : diagram.edges()) {
            String caption = edge.verb();
            // The parser takes two of equal words between the same two for one that is written twice.
            if (drawn.add(List.of(edge.from(), edge.to(), caption))
                    && !edge.from().equals(edge.to())) {
                String tag = edge.tone().isProblem()
                        ? "problem"
                        : edge.isMarked() && edge.origin() != null ? tag(edge.origin()) : edge.kind();
                line("    " + ShortId.of(edge.from()) + " -> " + ShortId.of(edge.to()) + " " + quote(caption) + " \"\" "
                        + quote(tag));
            }
        }
    }

    private void views() {
        line("  views {");
        line("    systemLandscape \"fairlead\" " + quote(diagram.title()) + " {");
        line("      include *");
        line("      autolayout lr");
        line("    }");
        for (Group system : groups.inside(null)) {
            String id = "in_" + ShortId.of(system.id());
            line("    container " + id + " \"" + id + "\" " + quote(system.label()) + " {");
            line("      include *");
            line("      autolayout lr");
            line("    }");
        }
        line("    styles {");
        line("      element \"problem\" {");
        line("        border dashed");
        line("        background #fff5f5");
        line("        color #c92a2a");
        line("      }");
        line("      element \"outside\" {");
        line("        border dotted");
        line("      }");
        style("element", Origin.OLD, "border dashed", "#fff5f5", "#c92a2a");
        style("element", Origin.NEW, "strokeWidth 4", "#ebfbee", "#1e6b30");
        style("element", Origin.CHANGED, "strokeWidth 3", "#fff9db", "#7a4100");
        style("element", Origin.MOVED, "border dotted", "#e7f5ff", "#1864ab");
        style("element", Origin.RENAMED, "border dotted", "#e7f5ff", "#1864ab");
        style("relationship", Origin.OLD, "style dashed", "", "#c92a2a");
        style("relationship", Origin.NEW, "thickness 4", "", "#1e6b30");
        style("relationship", Origin.CHANGED, "style dotted", "", "#7a4100");
        line("      relationship \"problem\" {");
        line("        color #c92a2a");
        line("        dashed true");
        line("      }");
        line("    }");
        line("  }");
    }

    /** Only for marks that the picture has. */
    private void style(String what, Origin origin, String line, String background, String colour) {
        boolean used = what.equals("element")
                ? diagram.nodes().stream().anyMatch(node -> node.origin() == origin)
                : diagram.edges().stream().anyMatch(edge -> edge.origin() == origin);
        if (used) {
            line("      " + what + " " + quote(tag(origin)) + " {");
            line("        " + line);
            if (!background.isEmpty()) {
                line("        background " + background);
            }
            line("        color " + colour);
            line("      }");
        }
    }

    private static String tag(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    private static String tags(Node node) {
        var tags = new ArrayList<String>();
        tags.add(node.kind());
        if (node.tone().isProblem()) {
            tags.add("problem");
        } else if (node.tone() == Tone.OUTSIDE) {
            tags.add("outside");
        } else if (node.origin() != null && node.origin() != Origin.BOTH) {
            tags.add(tag(node.origin()));
        }
        return quote(String.join(",", tags));
    }

    /** A quoted name that is not taken among those of a parent. */
    private String unique(String parent, String name) {
        Set<String> names = taken.computeIfAbsent(parent, _ -> new LinkedHashSet<>());
        String wish = name.isBlank() ? "(no name)" : name.strip();
        String free = wish;
        for (int n = 2; !names.add(free); n++) {
            free = wish + " (" + n + ")";
        }
        return quote(free);
    }

    /**
     * A quoted string of one line. The DSL replaces <code>${...}</code> wherever it stands, reads a backslash and an n as a
     * line end, and has no escape for either; a word joiner, which nobody sees, parts the two characters.
     */
    private static String quote(String text) {
        String visible = Labels.visible(text).replace("${", "$" + JOINER + "{").replace("\\", "\\" + JOINER);
        return '"' + visible.replace("\"", "\\\"") + '"';
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
