package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A view with all of its groups, and pictures of it in which some are closed. Drawing a view of a large fleet costs far more
 * than to open or close a group of it, so it is drawn once.
 */
public final class Arranged {
    /** More pictures than this are made anew rather than kept. */
    private static final int KEPT = 64;

    private final Diagram diagram;
    private final boolean automatic;
    private final Set<String> closed;
    private final Map<String, List<String>> around = new HashMap<>();
    private final Map<String, List<String>> standsFor = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<Depth, Shown> shown = new ConcurrentHashMap<>();

    /** @param automatic whether crowds are bundled and groups closed until what is left can be looked at */
    public Arranged(Diagram view, boolean automatic) {
        this.diagram = automatic && Folded.isTooMuch(view) ? Bundles.of(view) : view;
        this.automatic = automatic;
        this.closed = automatic ? Folded.closedAtFirst(diagram) : Set.of();
        var groups = new Groups(diagram);
        for (Group group : diagram.groups()) {
            around.put(group.id(), ids(groups.around(group.parent())));
        }
        for (Node node : diagram.nodes()) {
            nodes.put(node.id(), node);
            around.put(node.id(), within(node.group()));
            String service = node.attribute("service");
            if (!service.isEmpty()) {
                standsFor.computeIfAbsent(service, _ -> new ArrayList<>()).add(node.id());
            }
        }
    }

    private List<String> within(@Nullable String group) {
        List<String> outer = group == null ? null : around.get(group);
        if (group == null || outer == null) {
            return List.of();
        }
        var ids = new ArrayList<>(outer);
        ids.add(group);
        return ids;
    }

    private static List<String> ids(List<Group> innermostFirst) {
        return innermostFirst.stream().map(Group::id).toList().reversed();
    }

    /** The view with groups closed as a depth says. */
    public Shown shown(Depth depth) {
        if (depth.automatic() != automatic) {
            throw new IllegalArgumentException("a view is arranged for one kind of depth");
        }
        if (shown.size() >= KEPT) {
            shown.clear();
        }
        return shown.computeIfAbsent(depth, _ -> new Shown(this, Folded.of(diagram, closed, depth)));
    }

    /** The ids of the groups around something, from the outermost to the innermost; null if it is not in the view. */
    @Nullable
    List<String> around(String id) {
        return around.get(id);
    }

    /** The ids of the nodes that stand for one end of a service. */
    List<String> ends(String service) {
        return standsFor.getOrDefault(service, List.of());
    }

    @Nullable
    Node node(String id) {
        return nodes.get(id);
    }
}
