package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which arrows of a graph have their label written at them: not where it says the same as most, or where there are too many. */
public final class EdgeLabels {
    /** More labels than this are a carpet; problems keep theirs. */
    private static final int MOST = 120;

    private final boolean labelled;
    private final boolean inStages;
    private final String usual;

    public EdgeLabels(Diagram diagram) {
        this.labelled = diagram.edges().size() <= MOST;
        this.inStages = diagram.form() == Form.STATES;
        this.usual = usual(diagram);
    }

    /** The label that most edges have says nothing at each of them; the legend has it. */
    static String usual(Diagram diagram) {
        Map<String, Long> counts = diagram.edges().stream()
                .filter(edge -> !edge.isMarked() && !edge.tone().isProblem())
                .collect(Collectors.groupingBy(Edge::caption, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 3
                        && entry.getValue() * 2 > diagram.edges().size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The lines that are written at an edge; none for none. */
    public List<String> lines(Edge edge) {
        // Between stages there is room for arrows, and not for words that all of them have.
        String text = inStages ? edge.labelled("").caption() : edge.caption();
        boolean shown = !text.isBlank()
                && !text.equals(usual)
                && (labelled || edge.tone().isProblem());
        return shown ? Labels.wrap(text, 28, 4) : List.of();
    }
}
