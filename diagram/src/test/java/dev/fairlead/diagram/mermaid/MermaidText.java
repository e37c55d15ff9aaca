package dev.fairlead.diagram.mermaid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a flowchart of ours says to a reader that knows only the forms we mean to write; any other line is a failure. */
final class MermaidText {
    private static final Pattern HEAD =
            Pattern.compile("graph LR|  accTitle: .*| *end|  (classDef|class|linkStyle) .*|  \\w+ ~~~ \\w+");
    private static final Pattern GROUP = Pattern.compile(" *subgraph (\\w+)\\[\"([^\"]+)\"]");
    private static final Pattern BOX = Pattern.compile(" *(\\w+)\\[\"([^\"]+)\"]");
    private static final Pattern ARROW =
            Pattern.compile("  (\\w+) (-->|-\\.->|==>)\\|\"needs(?: \\([a-z]+\\))?\"\\| (\\w+)");
    private static final Pattern ENTITY = Pattern.compile("#([0-9]+);");

    /** The labels of groups and boxes, by id, in the order written. */
    final Map<String, String> labels = new LinkedHashMap<>();

    final List<String> boxes = new ArrayList<>();
    final List<List<String>> arrows = new ArrayList<>();

    MermaidText(String text) {
        text.lines().forEach(this::read);
    }

    private void read(String line) {
        Matcher group = GROUP.matcher(line);
        Matcher box = BOX.matcher(line);
        Matcher arrow = ARROW.matcher(line);
        if (group.matches()) {
            declare(group);
        } else if (box.matches()) {
            declare(box);
            boxes.add(box.group(1));
        } else if (arrow.matches()) {
            arrows.add(List.of(arrow.group(1), arrow.group(2), arrow.group(3)));
        } else if (!HEAD.matcher(line).matches()) {
            throw new AssertionError("unexpected line: " + line);
        }
    }

    private void declare(Matcher declaration) {
        String label = ENTITY.matcher(declaration.group(2))
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1)))));
        if (labels.put(declaration.group(1), label) != null) {
            throw new AssertionError("declared twice: " + declaration.group(1));
        }
    }
}
