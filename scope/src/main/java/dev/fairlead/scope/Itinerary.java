package dev.fairlead.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The order in which a query searches everything it reaches from a scope: segments strung together at their parent edges. What ranks before P comes on the
 * way up, the rest on the way back down. It is walked part by part, and segments are computed as they are come to.
 */
final class Itinerary {
    private final UnaryOperator<Segment> parentOf;
    private final boolean anythingAfterParent;
    private final List<Segment> below = new ArrayList<>();
    private Segment segment;
    private int height = -1;
    private boolean returning;

    /** An itinerary; {@code anythingAfterParent} says whether some symbol ranks behind P, so that there is a way back down. */
    Itinerary(Segment first, UnaryOperator<Segment> parentOf, boolean anythingAfterParent) {
        this.segment = first;
        this.parentOf = parentOf;
        this.anythingAfterParent = anythingAfterParent;
    }

    /** Moves to the next part, at first to the first; false at the end. */
    boolean advance() {
        if (returning) {
            if (below.isEmpty()) {
                return false;
            }
            segment = below.removeLast();
            height--;
        } else if (height < 0) {
            height = 0;
        } else if (segment.hasParent()) {
            if (anythingAfterParent) {
                below.add(segment);
            }
            segment = parentOf.apply(segment);
            height++;
        } else {
            returning = true;
            return anythingAfterParent;
        }
        return true;
    }

    Segment segment() {
        return segment;
    }

    /** How many parent steps lead to the segment. */
    int height() {
        return height;
    }

    /** The first place of the part in its segment. */
    int begin() {
        return returning ? segment.split() : 0;
    }

    /** The place behind the part's last. */
    int end() {
        return returning ? segment.size() : segment.split();
    }
}
