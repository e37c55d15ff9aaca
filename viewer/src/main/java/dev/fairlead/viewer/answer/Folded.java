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
import java.util.stream.IntStream;

/**
 * A diagram with some of its groups closed.
 *
 * @param diagram what is seen; a closed group is a node with the group's id
 * @param closed the closed groups, in the order of the diagram
 */
record Folded(Diagram diagram, List<Closed> closed) {
    /** What is seen at once of a fleet that is larger: nodes, frames and arrows. A browser moves as much smoothly. */
    static final int MOST = 1_500;

    /**
     * A closed group.
     *
     * @param nodes how many nodes are in it, at any depth
     * @param problems how many of them somebody should look at
     */
    record Closed(String id, String label, String kind, int nodes, int problems) {}

    /** Closes groups of a diagram. Costs the size of the diagram, times the logarithm of its groups if automatic. */
    static Folded of(Diagram diagram, Depth depth) {
        if (!depth.automatic() || !isTooMuch(diagram)) {
            return close(diagram, depth.collapsed());
        }
        List<String> outermostFirst = candidates(diagram, depth);
        // The more groups are open, the more is seen, so the most that may be open can be halved towards.
        int low = 0;
        int high = outermostFirst.size();
        while (low < high) {
            int tried = (low + high + 1) >>> 1;
            boolean fits = size(close(diagram, closed(outermostFirst, tried, depth)).diagram()) <= MOST;
            low = fits ? tried : low;
            high = fits ? high : tried - 1;
        }
        Folded folded = close(diagram, closed(outermostFirst, low, depth));
        return new Folded(withFewerEdges(folded.diagram()), folded.closed());
    }

    /** Whether a diagram is too much to be looked at with all of its groups open. */
    static boolean isTooMuch(Diagram diagram) {
        return size(diagram) > MOST;
    }

    private static int size(Diagram diagram) {
        return diagram.nodes().size() + diagram.groups().size() + diagram.edges().size();
    }

    /** The groups that may be open or closed: outer before inner, and of those as deep the small ones first. */
    private static List<String> candidates(Diagram diagram, Depth depth) {
        var groups = new Groups(diagram);
        Set<String> open = new HashSet<>();
        for (String id : depth.expanded()) {
            groups.around(id).forEach(group -> open.add(group.id()));
        }
        Map<String, Integer> levels = new HashMap<>();
        diagram.groups().forEach(group -> levels.put(group.id(), groups.around(group.id()).size()));
        return diagram.groups().stream()
                .filter(group -> !open.contains(group.id()))
                .sorted(Comparator.comparingInt((Group group) -> levels.getOrDefault(group.id(), 0))
                        .thenComparingInt(group -> groups.size(group.id()))
                        .thenComparing(Group::id))
                .map(Group::id)
                .toList();
    }

    private static Set<String> closed(List<String> candidates, int open, Depth depth) {
        Set<String> closed = new HashSet<>(candidates.subList(open, candidates.size()));
        closed.addAll(depth.collapsed());
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
        int room = Math.max(0, MOST - diagram.nodes().size() - diagram.groups().size());
        List<Edge> edges = diagram.edges();
        if (edges.size() <= room) {
            return diagram;
        }
        List<Integer> kept = IntStream.range(0, edges.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> !edges.get(i).tone().isProblem())
                        .thenComparing(i -> -edges.get(i).weight()))
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
