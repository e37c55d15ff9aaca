package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.filter.NothingNearException;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.view.UnknownSubjectException;
import dev.fairlead.fleet.Resolution;
import java.util.Set;

/** Draws documents: a fleet as any view, a picture as the part of it that is asked for. */
public final class Pictures {
    private Pictures() {}

    /**
     * What a document shows.
     *
     * @throws Refusal if the order is about something that the document has not
     */
    public static Diagram of(Document document, Order order) throws Refusal {
        try {
            return switch (document.content()) {
                case Document.Content.Fleet(var resolution) -> Diagrams.view(resolution, order);
                case Document.Content.Picture(Diagram drawn) -> Diagrams.shown(drawn, order);
            };
        } catch (UnknownSubjectException | NothingNearException unknown) {
            throw Refusal.unknown(unknown.getMessage() + ".");
        }
    }

    /**
     * What a document shows, and what another showed, drawn as one: what is only here is new, what is only there is old.
     *
     * @throws Refusal as {@link #of}
     */
    public static Diagram compared(Document old, Document document, Order order) throws Refusal {
        Set<String> changed =
                old.content() instanceof Document.Content.Fleet(Resolution before)
                                && document.content() instanceof Document.Content.Fleet(Resolution after)
                        ? Set.copyOf(Difference.between(before, after).affected().changed())
                        : Set.of();
        return SideBySide.of(of(old, order), of(document, order), changed);
    }
}
