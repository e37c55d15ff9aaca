package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Loose;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Columns of a picture whose groups come one after the other. */
final class Stages {
    /** What has no arrows takes a further column from here on. */
    private static final int HIGH = 24;

    private Stages() {}

    /**
     * In which column each node stands: those of a stage that are connected stand beside each other, too, and what has
     * no arrows fills as many columns as it takes.
     *
     * @param stages the numbers of the groups, from 1; what is in none is before all
     */
    static Map<String, Integer> columns(Diagram diagram, Map<String, Integer> stages, Loose loose) {
        Map<String, Integer> order = new HashMap<>();
        diagram.nodes().forEach(node -> order.put(node.id(), order.size()));
        Map<String, Integer> stageOf = new HashMap<>();
        diagram.nodes().forEach(node -> stageOf.put(node.id(), stages.getOrDefault(String.valueOf(node.group()), 0)));
        Map<String, List<String>> before = new HashMap<>();
        for (Edge edge : diagram.edges()) {
            int from = order.getOrDefault(edge.from(), 0);
            int to = order.getOrDefault(edge.to(), 0);
            if (from != to && Objects.equals(stageOf.get(edge.from()), stageOf.get(edge.to()))) {
                before.computeIfAbsent(from < to ? edge.to() : edge.from(), _ -> new ArrayList<>())
                        .add(from < to ? edge.from() : edge.to());
            }
        }
        Map<String, Integer> depths = new HashMap<>();
        var widest = new int[stages.size() + 1];
        var filled = new int[stages.size() + 1];
        diagram.nodes().stream()
                .filter(node -> !loose.has(node))
                .forEach(node -> filled[stageOf.getOrDefault(node.id(), 0)]++);
        for (Node node : diagram.nodes()) {
            int stage = stageOf.getOrDefault(node.id(), 0);
            int depth = loose.has(node)
                    ? filled[stage]++ / HIGH
                    : before.getOrDefault(node.id(), List.of()).stream()
                            .mapToInt(other -> depths.getOrDefault(other, 0) + 1)
                            .max()
                            .orElse(0);
            depths.put(node.id(), depth);
            widest[stage] = Math.max(widest[stage], depth + 1);
        }
        var starts = new int[widest.length];
        for (int stage = 1; stage < starts.length; stage++) {
            starts[stage] = starts[stage - 1] + widest[stage - 1];
        }
        Map<String, Integer> columns = new HashMap<>();
        depths.forEach((id, depth) -> columns.put(id, starts[stageOf.getOrDefault(id, 0)] + depth));
        return columns;
    }
}
