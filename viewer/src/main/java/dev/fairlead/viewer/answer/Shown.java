package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody looks at: a diagram with all of its groups, of which some are closed. */
public final class Shown {
    private final Diagram arranged;
    private final Folded folded;
    private final Map<String, List<String>> around = new HashMap<>();
    private final Map<String, List<String>> standsFor = new HashMap<>();
    private @Nullable String json;

    private Shown(Diagram arranged, Folded folded) {
        this.arranged = arranged;
        this.folded = folded;
        var groups = new Groups(arranged);
        for (Group group : arranged.groups()) {
            around.put(group.id(), ids(groups.around(group.parent())));
        }
        for (Node node : arranged.nodes()) {
            around.put(node.id(), ids(groups.around(node.group())));
            String service = node.attribute("service");
            if (!service.isEmpty()) {
                standsFor.computeIfAbsent(service, _ -> new ArrayList<>()).add(node.id());
            }
        }
    }

    private static List<String> ids(List<Group> innermostFirst) {
        return innermostFirst.stream().map(Group::id).toList().reversed();
    }

    /** A diagram with groups closed as a depth says. */
    public static Shown of(Diagram diagram, Depth depth) {
        Diagram arranged = depth.automatic() && Folded.isTooMuch(diagram) ? Bundles.of(diagram) : diagram;
        return new Shown(arranged, Folded.of(arranged, depth));
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

    /** The ids of the groups around something, from the outermost to the innermost; null if it is not in the diagram. */
    @Nullable
    List<String> around(String id) {
        return around.get(id);
    }

    /** The ids of what stands for something: itself, and its ends where a view draws each apart. */
    List<String> standIns(String id) {
        var ids = new ArrayList<String>();
        ids.add(id);
        ids.addAll(standsFor.getOrDefault(id, List.of()));
        return ids;
    }

    /** The node with an id, or null. */
    @Nullable
    Node node(String id) {
        return arranged.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
