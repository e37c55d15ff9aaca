package dev.fairlead.diagram.mermaid;

import static dev.fairlead.diagram.mermaid.MermaidWriter.bare;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Participants;
import dev.fairlead.diagram.ir.ShortId;

/** A {@code sequenceDiagram}. */
final class SequenceDiagram {
    private SequenceDiagram() {}

    static String of(Diagram diagram) {
        var out = new MermaidWriter();
        out.line("sequenceDiagram");
        out.line("  accTitle: " + MermaidWriter.escape(diagram.title()));
        for (Node node : Participants.of(diagram)) {
            out.line("  participant " + ShortId.of(node.id()) + " as " + bare(node.caption()));
        }
        String last = diagram.nodes().isEmpty()
                ? ""
                : ShortId.of(diagram.nodes().getFirst().id());
        for (Edge edge : diagram.edges()) {
            String arrow = edge.tone().isProblem() ? "--x" : "->>";
            out.line("  " + ShortId.of(edge.from()) + arrow + ShortId.of(edge.to()) + ": " + bare(edge.caption()));
        }
        for (String note : diagram.notes()) {
            out.line("  Note over " + last + ": " + bare(note));
        }
        return out.toString();
    }
}
