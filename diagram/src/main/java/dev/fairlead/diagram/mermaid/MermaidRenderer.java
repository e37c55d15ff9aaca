package dev.fairlead.diagram.mermaid;

import dev.fairlead.diagram.Diagram;
import dev.fairlead.diagram.Diagram.Arrow;
import dev.fairlead.diagram.Diagram.Box;
import dev.fairlead.diagram.Diagram.Group;
import dev.fairlead.diagram.Diagram.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a diagram as a Mermaid {@code graph LR}: a {@code subgraph} for each group, missing arrows dashed and red. */
public final class MermaidRenderer {
    /** What means something in a text, and the characters that some programs end a line at. */
    private static final String MEANINGFUL = "\"#<>&;`\\$%\u2028\u2029";

    private final Diagram diagram;
    private final MermaidIds ids = new MermaidIds();
    private final StringBuilder out = new StringBuilder();

    private MermaidRenderer(Diagram diagram) {
        this.diagram = diagram;
    }

    /** The text of a diagram, ending in a line break. */
    public static String render(Diagram diagram) {
        return new MermaidRenderer(diagram).render();
    }

    private String render() {
        line("graph LR");
        line("  accTitle: " + escape(diagram.title()));
        diagram.boxes().forEach(box -> ids.claim(box.id(), box.label()));
        for (Group group : diagram.groups()) {
            line("  subgraph " + ids.claim("group " + group.id(), group.id()) + "[" + quote(group.label()) + "]");
            boxes(group.id(), "    ");
            line("  end");
        }
        boxes(null, "  ");
        for (Arrow arrow : diagram.arrows()) {
            String line = arrow.tone() == Tone.MISSING || arrow.tone() == Tone.AMBIGUOUS ? "-.->" : "-->";
            String label = arrow.label().isEmpty() ? "" : "|" + quote(arrow.label()) + "|";
            line("  " + ids.of(arrow.from()) + " " + line + label + " " + ids.of(arrow.to()));
        }
        styles();
        return out.toString();
    }

    private void boxes(@Nullable String group, String indent) {
        for (Box box : diagram.boxes()) {
            if (Objects.equals(box.group(), group)) {
                line(indent + ids.of(box.id()) + "[" + quote(box.label()) + "]");
            }
        }
    }

    private void styles() {
        String missing = diagram.boxes().stream()
                .filter(box -> box.tone() == Tone.MISSING)
                .map(box -> ids.of(box.id()))
                .collect(Collectors.joining(","));
        if (!missing.isEmpty()) {
            line("  classDef missing fill:#fff5f5,stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 3");
            line("  class " + missing + " missing");
        }
        Map<Tone, List<String>> links = new EnumMap<>(Tone.class);
        for (int i = 0; i < diagram.arrows().size(); i++) {
            links.computeIfAbsent(diagram.arrows().get(i).tone(), key -> new ArrayList<>())
                    .add(String.valueOf(i));
        }
        links.forEach((tone, indexes) -> {
            String style = style(tone);
            if (!style.isEmpty()) {
                line("  linkStyle " + String.join(",", indexes) + " " + style);
            }
        });
    }

    private static String style(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case MISSING -> "stroke:#c92a2a,color:#c92a2a,stroke-dasharray:5 3";
            case AMBIGUOUS -> "stroke:#e67700,color:#e67700,stroke-dasharray:2 3";
            case CYCLE -> "stroke:#c92a2a,color:#c92a2a,stroke-width:3px";
        };
    }

    private static String quote(String text) {
        return text.isEmpty() ? "\" \"" : '"' + escape(text) + '"';
    }

    /**
     * A text in which nothing means anything to Mermaid. It reads {@code #code;} as a character, {@code `} as Markdown,
     * {@code $$} as a formula, {@code %%} as a comment or directive, and {@code fa:fa-car} as an icon.
     */
    private static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (MEANINGFUL.indexOf(c) < 0 && !Character.isISOControl(c)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString().replace(":fa-", "#58;fa-");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
