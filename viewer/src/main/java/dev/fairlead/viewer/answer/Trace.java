package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What something leads to from end to end: all that it needs, all that needs it, or a channel and who is at its ends. */
public final class Trace {
    /** An arrow on the way. */
    private record Step(String from, String to, String kind) {}

    /** Which way a trace runs: to what something needs, to what needs it, or both. */
    public enum Direction {
        DOWN,
        UP,
        BOTH
    }

    private final Set<String> nodes = new TreeSet<>();
    private final List<Step> steps = new ArrayList<>();

    private Trace() {}

    /** Everything that a service or scope, or a node of a picture, depends on or that depends on it, directly or not. */
    public static String of(Document document, Shown shown, String id, Direction direction) throws Refusal {
        List<Step> all = arrows(document);
        if (all.stream().noneMatch(step -> step.from().equals(id) || step.to().equals(id)) && !exists(document, id)) {
            throw Refusal.unknown("There is no '" + id + "' in " + document.title() + ".");
        }
        var trace = new Trace();
        trace.nodes.add(id);
        if (direction != Direction.UP) {
            trace.follow(id, all, false);
        }
        if (direction != Direction.DOWN) {
            trace.follow(id, all, true);
        }
        return trace.json(shown);
    }

    /** The producers of a channel, the channel itself, and its consumers. */
    public static String ofChannel(Document document, Shown shown, String name) throws Refusal {
        Channel channel = document.resolution().coordination().channels().get(name);
        if (channel == null) {
            throw Refusal.unknown("The fleet has no channel '" + name + "'.");
        }
        var trace = new Trace();
        String id = Edge.ofChannel(name);
        trace.nodes.add(id);
        Set<String> producers = new TreeSet<>();
        channel.items().forEach(item -> producers.add(item.service()));
        producers.forEach(producer -> trace.add(new Step(producer, id, "channel")));
        boolean ledThrough = document.resolution().edges().stream()
                .anyMatch(edge -> edge.isFromChannel() && edge.label().equals(name));
        for (Consumer consumer : channel.consumers()) {
            trace.add(new Step(id, consumer.service(), "channel"));
            if (!ledThrough) {
                // In views without the channel itself an arrow leads from the one to the other.
                new TreeSet<>(consumer.from())
                        .forEach(producer -> trace.add(new Step(producer, consumer.service(), "channel")));
            }
        }
        return trace.json(shown);
    }

    private void add(Step step) {
        nodes.add(step.from());
        nodes.add(step.to());
        steps.add(step);
    }

    private static boolean exists(Document document, String id) {
        return switch (document.content()) {
            case Document.Content.Fleet(Resolution resolution) ->
                resolution.service(id).isPresent()
                        || resolution.scopes().stream()
                                .anyMatch(scope -> scope.id().equals(id));
            case Document.Content.Picture(Diagram diagram) ->
                diagram.nodes().stream().anyMatch(node -> node.id().equals(id));
        };
    }

    private static List<Step> arrows(Document document) {
        var arrows = new ArrayList<Step>();
        switch (document.content()) {
            case Document.Content.Fleet(Resolution resolution) ->
                resolution.edges().stream()
                        .filter(edge -> edge.kind() == Kind.REQUIRES)
                        .forEach(edge -> arrows.add(new Step(edge.from(), edge.to(), "requires")));
            case Document.Content.Picture(Diagram diagram) ->
                diagram.edges().forEach(edge -> arrows.add(new Step(edge.from(), edge.to(), edge.kind())));
        }
        return arrows;
    }

    private void follow(String start, List<Step> all, boolean backwards) {
        Map<String, List<Step>> from = new HashMap<>();
        for (Step step : all) {
            from.computeIfAbsent(backwards ? step.to() : step.from(), _ -> new ArrayList<>())
                    .add(step);
        }
        Set<String> seen = new TreeSet<>(Set.of(start));
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (Step step : from.getOrDefault(next.remove(), List.of())) {
                add(step);
                String other = backwards ? step.from() : step.to();
                if (seen.add(other)) {
                    next.add(other);
                }
            }
        }
    }

    private String json(Shown shown) {
        return Answers.object(json -> {
            List<String> seen = nodes.stream()
                    .flatMap(node -> shown.standIns(node).stream())
                    .distinct()
                    .toList();
            Answers.objects(json, "nodes", seen, node -> {
                List<String> groups = shown.around(node);
                json.writeStringProperty("id", node);
                Answers.strings(json, "groups", groups == null ? List.of() : groups);
            });
            Answers.objects(json, "edges", steps, step -> {
                json.writeStringProperty("from", step.from());
                json.writeStringProperty("to", step.to());
                json.writeStringProperty("kind", step.kind());
            });
        });
    }
}
