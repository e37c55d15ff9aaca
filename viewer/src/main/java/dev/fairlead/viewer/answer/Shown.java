package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody looks at: a view with all of its groups, of which some are closed. */
public final class Shown {
    private final Arranged arranged;
    private final Folded folded;
    private @Nullable String json;

    Shown(Arranged arranged, Folded folded) {
        this.arranged = arranged;
        this.folded = folded;
    }

    /** A diagram with groups closed as a depth says. */
    public static Shown of(Diagram diagram, Depth depth) {
        return new Arranged(diagram, depth.automatic()).shown(depth);
    }

    /** What is seen; a closed group is one node. */
    public Diagram seen() {
        return folded.diagram();
    }

    /** The picture with its layout, as JSON. Costs the layout when it is first asked for. */
    public synchronized String json() {
        if (json == null) {
            json = ShownJson.of(folded);
        }
        return json;
    }

    /** The ids of the groups around something, from the outermost to the innermost; null if it is not in the view. */
    @Nullable
    List<String> around(String id) {
        return arranged.around(id);
    }

    /** The ids of what stands for something: itself, and its ends where a view draws each apart. */
    List<String> standIns(String id) {
        var ids = new ArrayList<String>();
        ids.add(id);
        ids.addAll(arranged.ends(id));
        return ids;
    }

    /** The node with an id, or null. */
    @Nullable
    Node node(String id) {
        return arranged.node(id);
    }
}
