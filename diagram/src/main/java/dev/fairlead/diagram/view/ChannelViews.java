package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What flows through channels. */
final class ChannelViews {
    private ChannelViews() {}

    /** Producers on the left, channels in the middle, consumers on the right; streams are as wide as they have items. */
    static Diagram flow(Facts facts) {
        DiagramBuilder diagram =
                facts.builder(View.CHANNELS, "Channels of " + facts.fleet()).form(Form.FLOW);
        channels(facts).forEach((name, channel) -> {
            String middle = Resolution.Edge.ofChannel(name);
            facts.add(diagram, middle);
            for (ChannelItem item : channel.items()) {
                String producer = end(facts, diagram, "from", item.service());
                diagram.edge(Edge.of(producer, middle, "", "emits").at(item.location()));
            }
            for (Consumer consumer : channel.consumers()) {
                String reader = end(facts, diagram, "to", consumer.service());
                if (!consumer.from().isEmpty()) {
                    diagram.edge(Edge.of(middle, reader, "", "reads")
                            .weighing(consumer.from().size())
                            .at(consumer.location()));
                }
            }
        });
        return diagram.build();
    }

    /** The same as messages: each producer to the channel, then the channel to each consumer. */
    static Diagram sequence(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.CHANNEL_SEQUENCE, "Channels of " + facts.fleet() + ", item by item")
                .form(Form.SEQUENCE);
        channels(facts).forEach((name, channel) -> {
            String middle = Resolution.Edge.ofChannel(name);
            facts.add(diagram, middle);
            SortedMap<String, Long> emitted = new TreeMap<>();
            channel.items().forEach(item -> emitted.merge(item.service(), 1L, Long::sum));
            emitted.forEach((service, items) -> {
                diagram.node(participant(facts, diagram, service));
                diagram.message(Edge.of(service, middle, items(items), "emits").weighing(items));
            });
            for (Consumer consumer : channel.consumers()) {
                diagram.node(participant(facts, diagram, consumer.service()));
                Map<String, Long> got = new TreeMap<>();
                consumer.from().forEach(producer -> got.merge(producer, 1L, Long::sum));
                String label = got.isEmpty() ? "nothing" : items(consumer.from().size()) + " of " + names(facts, got);
                diagram.message(Edge.of(middle, consumer.service(), label, "reads")
                        .weighing(Math.max(1, consumer.from().size()))
                        .at(consumer.location()));
            }
        });
        return diagram.build();
    }

    private static SortedMap<String, Channel> channels(Facts facts) {
        SortedMap<String, Channel> all = facts.coordination().channels();
        String subject = facts.question.subject();
        if (subject == null) {
            return all;
        }
        String name = subject.startsWith("channel:") ? subject.substring("channel:".length()) : subject;
        Channel one = all.get(name);
        if (one == null) {
            throw new UnknownSubjectException("channel", name, List.copyOf(all.keySet()));
        }
        return new TreeMap<>(Map.of(name, one));
    }

    /** A service may be at both ends of a channel, and a stream must not flow backwards. */
    private static String end(Facts facts, DiagramBuilder diagram, String side, String service) {
        Node node = facts.placed(diagram, service);
        String id = side + ":" + service;
        String label = side.equals("from") ? address(node) : address(node) + " (reads)";
        diagram.node(new Node(id, label, node.kind(), null, node.tone(), node.attributes(), node.location(), null)
                .with("service", service));
        return id;
    }

    /** In a sequence there are no frames that say where something is. */
    private static Node participant(Facts facts, DiagramBuilder diagram, String service) {
        Node node = facts.placed(diagram, service);
        return new Node(
                node.id(),
                address(node),
                node.kind(),
                null,
                node.tone(),
                node.attributes(),
                node.location(),
                node.origin());
    }

    private static String address(Node node) {
        String host = node.attribute("host");
        return host.isEmpty() || !node.kind().equals("service") ? node.label() : node.label() + "@" + host;
    }

    private static String items(long count) {
        return count == 1 ? "1 item" : count + " items";
    }

    /** At most three names; a message is one line. */
    private static String names(Facts facts, Map<String, Long> producers) {
        List<String> names = producers.keySet().stream()
                .map(id -> facts.service(id) == null ? id : String.valueOf(id.substring("service:".length())))
                .toList();
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 2)) + " and " + (names.size() - 2) + " more";
    }
}
