package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.fleet.Resolution;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Something that the viewer shows. What was made of it is kept as long as it is, so that asking again costs nothing.
 */
public final class Document {
    /** More pictures than this are made anew rather than kept. */
    private static final int KEPT = 64;

    private final String title;
    private final Origin origin;
    private final Content content;
    private final Map<Object, Shown> shown = new ConcurrentHashMap<>();

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

    /** Makes what somebody looks at. */
    @FunctionalInterface
    public interface Maker {
        Shown make() throws Refusal;
    }

    /**
     * What a question shows. Two that ask at once get the same, so that its layout is made once.
     *
     * @param question equal to those with equal answers
     */
    public Shown shown(Object question, Maker maker) throws Refusal {
        Shown known = shown.get(question);
        if (known != null) {
            return known;
        }
        Shown made = maker.make();
        if (shown.size() >= KEPT) {
            shown.clear();
        }
        Shown first = shown.putIfAbsent(question, made);
        return first == null ? made : first;
    }
}
