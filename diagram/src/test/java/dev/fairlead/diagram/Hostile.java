package dev.fairlead.diagram;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.List;

/** Names that mean something to the languages that pictures are written in. */
public final class Hostile {
    public static final List<String> NAMES = List.of(
            "end",
            "graph",
            "subgraph",
            "style",
            "stylesheet",
            "click",
            "default",
            "o",
            "x",
            "1st",
            "a\"b",
            "it's",
            "#35;",
            "a;b",
            "&lt;b&gt;",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "日本 😀 é",
            "long-".repeat(60),
            "C:\\new\\table",
            "`code`",
            "`**bold**`",
            "**bold** _it_ *",
            "$$x^2$$",
            "%% gone",
            "%%{init: {\"theme\": \"dark\"}}%%",
            "fa:fa-car",
            "1. one",
            "- one",
            "# one",
            "http://example.org/",
            "x@{shape: circle}",
            "a:::missing",
            "a --> b",
            "a|b",
            "{a}[b](c)",
            "مرحبا",
            "!include x",
            "${a}",
            "end note",
            "// x __y__ --z--",
            "]]>");

    /** Names with characters that no format shows as they are. */
    public static final List<String> INVISIBLE = List.of(
            "two\nlines",
            "a\ttab",
            "nul\u0000nul",
            "bell\u0007",
            "escape\u001b[31mred",
            "delete\u007f",
            "next\u0085line",
            "line\u2028separator",
            "right\u202eto left",
            "isolate\u2066d\u2069",
            "byte order\ufeffmark",
            "zero\u200bwidth",
            "half \ud83d of a pair",
            "other half \ude00",
            "no\ufffecharacter",
            "\r\n");

    private Hostile() {}

    /** A diagram in which each name is that of a group, of two boxes, of an arrow between them, and of a note. */
    public static Diagram diagram(Form form) {
        return diagram(form, NAMES);
    }

    /** The same of other names, at least three. */
    public static Diagram diagram(Form form, List<String> names) {
        var groups = new ArrayList<Group>();
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (String name : names) {
            groups.add(new Group("host:" + name, name, "host", null));
            nodes.add(Node.of("service:" + name + "@a", name, "service")
                    .in("host:" + name)
                    .with("name", name));
            nodes.add(Node.of("service:" + name + "@b", name, "service").with("name", name));
            edges.add(Edge.of("service:" + name + "@a", "service:" + name + "@b", name, "requires"));
        }
        return new Diagram(
                "dependencies", form, names.getFirst(), List.of("name"), groups, nodes, edges, names.subList(1, 3));
    }
}
