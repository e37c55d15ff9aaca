package dev.fairlead.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture before it has a format: boxes in groups, and arrows between boxes. Renderers draw all of it, in order, and
 * decide nothing but spelling.
 *
 * @param title one line
 */
public record Diagram(String title, List<Group> groups, List<Box> boxes, List<Arrow> arrows) {
    public Diagram {
        groups = List.copyOf(groups);
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /** A frame around boxes, by the id of a scope. */
    public record Group(String id, String label) {}

    /**
     * A box.
     *
     * @param id unique in the diagram
     * @param group the id of the group it is drawn in, or null for none
     */
    public record Box(String id, String label, @Nullable String group, Tone tone) {}

    /** An arrow between the boxes with two ids. */
    public record Arrow(String from, String to, String label, Tone tone) {}

    /** What a box or an arrow wants to say beyond its label. */
    public enum Tone {
        PLAIN,
        /** It should be there and is not. */
        MISSING,
        /** Several could be meant. */
        AMBIGUOUS,
        /** It closes a circle. */
        CYCLE
    }
}
