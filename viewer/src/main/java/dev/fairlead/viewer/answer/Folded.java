package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.filter.Collapse;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A diagram with some of its groups closed.
 *
 * @param diagram what is seen; a closed group is a node with the group's id
 * @param closed the closed groups, in the order of the diagram
 */
record Folded(Diagram diagram, List<Closed> closed) {
    /** What a browser moves smoothly: nodes, frames and arrows. Beyond it, arrows are left out. */
    static final int MOST = 1_500;

    /** What can be looked at; of more, groups are closed until somebody opens them. */
    static final int AT_FIRST = 400;

    /**
     * A closed group.
     *
     * @param nodes how many nodes are in it, at any depth
     * @param problems how many of them somebody should look at
     */
    record Closed(String id, String label, String kind, int nodes, int problems) {}

    /**
     * Closes groups of a diagram. By itself it closes whole levels, the innermost first, so that what is open and what is
     * closed is alike everywhere. Costs the size of the diagram for each level.
     */
    static Folded of(Diagram diagram, Depth depth) {
        return of(diagram, depth.automatic() ? closedAtFirst(diagram) : Set.of(), depth);
    }

    /**
     * Closes groups of a diagram, of which it is known what {@link #closedAtFirst}. Costs the size of the diagram.
     *
     * @param atFirst those that are closed unless the depth opens them
     */
    static Folded of(Diagram diagram, Set<String> atFirst, Depth depth) {
        if (!depth.automatic() || size(diagram) <= AT_FIRST) {
            return close(diagram, depth.collapsed());
        }
        Set<String> closed = new HashSet<>(atFirst);
        var groups = new Groups(diagram);
        for (String id : depth.expanded()) {
            groups.around(id).forEach(group -> closed.remove(group.id()));
        }
        closed.addAll(depth.collapsed());
        Folded folded = close(diagram, closed);
        return new Folded(withFewerEdges(folded.diagram()), folded.closed());
    }

    /** The groups that are closed until somebody opens them; none if all of the diagram can be looked at. */
    static Set<String> closedAtFirst(Diagram diagram) {
        return size(diagram) <= AT_FIRST ? Set.of() : level(diagram);
    }

    /** Whether a diagram is so much that crowds in it are bundled. */
    static boolean isTooMuch(Diagram diagram) {
        return size(diagram) > MOST;
    }

    private static int size(Diagram diagram) {
        return diagram.nodes().size()
                + diagram.groups().size()
                + diagram.edges().size();
    }

    /** The groups to close: all at the deepest level from which on closing them leaves little enough, and inside of it. */
    private static Set<String> level(Diagram diagram) {
        var groups = new Groups(diagram);
        Map<String, Integer> levels = new HashMap<>();
        diagram.groups()
                .forEach(group ->
                        levels.put(group.id(), groups.around(group.id()).size()));
        int deepest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<String> closed = Set.of();
        for (int level = deepest; level > 0; level--) {
            int outermost = level;
            closed = levels.keySet().stream()
                    .filter(id -> levels.getOrDefault(id, 0) >= outermost)
                    .collect(Collectors.toSet());
            if (size(Collapse.groups(diagram, closed)) <= AT_FIRST) {
                break;
            }
        }
        return closed;
    }

    private static Folded close(Diagram diagram, Set<String> ids) {
        if (ids.isEmpty()) {
            return new Folded(diagram, List.of());
        }
        Diagram seen = Collapse.groups(diagram, ids);
        var groups = new Groups(diagram);
        Map<String, Integer> nodes = new HashMap<>();
        Map<String, Integer> problems = new HashMap<>();
        for (Node node : diagram.nodes()) {
            for (Group group : groups.around(node.group())) {
                nodes.merge(group.id(), 1, Integer::sum);
                boolean problem =
                        node.tone().isProblem() || !node.attribute("findings").isEmpty();
                problems.merge(group.id(), problem ? 1 : 0, Integer::sum);
            }
        }
        Set<String> shown = new HashSet<>();
        seen.nodes().forEach(node -> shown.add(node.id()));
        List<Closed> closed = diagram.groups().stream()
                .filter(group -> ids.contains(group.id()) && shown.contains(group.id()))
                .map(group -> new Closed(
                        group.id(),
                        group.label(),
                        group.kind(),
                        nodes.getOrDefault(group.id(), 0),
                        problems.getOrDefault(group.id(), 0)))
                .toList();
        return new Folded(seen, closed);
    }

    /** Where even closed groups are connected in more ways than can be looked at: problems and the heaviest stay. */
    private static Diagram withFewerEdges(Diagram diagram) {
        int room = Math.max(
                AT_FIRST, MOST - diagram.nodes().size() - diagram.groups().size());
        List<Edge> edges = diagram.edges();
        if (edges.size() <= room) {
            return diagram;
        }
        List<Integer> kept = IntStream.range(0, edges.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> !edges.get(i).tone().isProblem())
                        .thenComparingLong(i -> -edges.get(i).weight()))
                .limit(room)
                .sorted()
                .toList();
        var fewer = new ArrayList<Edge>();
        kept.forEach(i -> fewer.add(edges.get(i)));
        return diagram.with(diagram.nodes(), fewer)
                .noting((edges.size() - room) + " of " + edges.size()
                        + " arrows, the thinnest, are left out; filters show them.");
    }
}
