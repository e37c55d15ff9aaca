package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that the viewer shows. What was made of it is kept as long as it is, so that asking again costs nothing.
 */
public final class Document {
    /** More views than this are drawn anew rather than kept. */
    private static final int KEPT = 16;

    private final String title;
    private final Origin origin;
    private final Content content;
    private final Map<Object, Drawing> drawings = new ConcurrentHashMap<>();

    public Document(String title, Origin origin, Content content) {
        this.title = title;
        this.origin = origin;
        this.content = content;
    }

    /** The document of a fleet that is served. */
    public static Document live(Content content) {
        return new Document(title(content), Origin.LIVE, content);
    }

    /** The document of what somebody opened in the browser. */
    public static Document opened(Content content) {
        return new Document(title(content), Origin.OPENED, content);
    }

    private static String title(Content content) {
        return switch (content) {
            case Content.Fleet(Resolution resolution) -> resolution.fleet();
            case Content.Picture(Diagram diagram) -> diagram.title();
        };
    }

    /** Where a document comes from. */
    public enum Origin {
        /** The fleet that is served; it changes as its files do. */
        LIVE,
        /** Somebody opened it in the browser. */
        OPENED,
        /** The fleet as it would be. */
        WHATIF
    }

    /** What a document holds. */
    public sealed interface Content {
        /** A fleet: every view of it can be drawn. */
        record Fleet(Resolution resolution) implements Content {}

        /** One picture that was drawn before. */
        record Picture(Diagram diagram) implements Content {}
    }

    public String title() {
        return title;
    }

    public Origin origin() {
        return origin;
    }

    public Content content() {
        return content;
    }

    /** The resolution of a fleet. */
    public Resolution resolution() throws Refusal {
        return switch (content) {
            case Content.Fleet(Resolution resolution) -> resolution;
            case Content.Picture _ ->
                throw new Refusal(
                        Refusal.Reason.IMPOSSIBLE, "'" + title + "' is a picture, and only a fleet can be asked this.");
        };
    }

    /**
     * A view of a document.
     *
     * @param order what of the document, and in which colours
     */
    public record Drawn(Order order, Arranged view) {}

    /** Draws a view. */
    @FunctionalInterface
    public interface Maker {
        Drawn make() throws Refusal;
    }

    /**
     * The view that a question asks for. Those that ask at once, as a page does, wait for one answer.
     *
     * @param question equal to those with equal answers
     */
    public Drawn drawn(Object question, Maker maker) throws Refusal {
        Drawing drawing = drawings.get(question);
        if (drawing == null) {
            if (drawings.size() >= KEPT) {
                drawings.clear();
            }
            drawing = drawings.computeIfAbsent(question, _ -> new Drawing());
        }
        try {
            return drawing.get(maker);
        } catch (Refusal refused) {
            // Who asks later may be luckier, if it was for lack of time.
            drawings.remove(question, drawing);
            throw refused;
        }
    }

    /** A view that is drawn when it is first asked for. */
    private static final class Drawing {
        private @Nullable Drawn made;
        private @Nullable Refusal refused;

        synchronized Drawn get(Maker maker) throws Refusal {
            if (refused != null) {
                throw refused;
            }
            if (made == null) {
                try {
                    made = maker.make();
                } catch (Refusal refusal) {
                    refused = refusal;
                    throw refusal;
                }
            }
            return made;
        }
    }
}
