package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.filter.NothingNearException;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.view.UnknownSubjectException;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.function.Supplier;

/** Draws documents: a fleet as any view, a picture as the part of it that is asked for. */
public final class Pictures {
    private Pictures() {}

    /**
     * What a document shows.
     *
     * @throws Refusal if the order is about something that the document has not
     */
    public static Diagram of(Document document, Order order) throws Refusal {
        return refusing(() -> switch (document.content()) {
            case Document.Content.Fleet(var resolution) -> Diagrams.view(resolution, order);
            case Document.Content.Picture(Diagram drawn) -> Diagrams.shown(drawn, order);
        });
    }

    /**
     * What a document shows, laid over what another showed, in which all that is different is marked.
     *
     * @param changes whether only what is different is shown, and what is directly connected to it
     * @throws Refusal as {@link #of}, or if one of them is no fleet
     */
    public static Diagram compared(Document old, Document document, boolean changes, Order order) throws Refusal {
        Resolution before = old.resolution();
        Resolution after = document.resolution();
        return refusing(
                () -> changes ? Diagrams.changes(before, after, order) : Diagrams.compared(before, after, order));
    }

    private static Diagram refusing(Supplier<Diagram> picture) throws Refusal {
        try {
            return picture.get();
        } catch (UnknownSubjectException | NothingNearException unknown) {
            throw Refusal.unknown(unknown.getMessage() + ".");
        }
    }
}
