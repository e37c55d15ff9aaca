package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What flows between services, as edges: from the one that emits to the one that reads. Where a channel connects very many,
 * an edge for each pair would be the square of the fleet; there, edges lead to the channel and on from it.
 */
public final class ChannelEdges {
    /** More pairs than this in one channel are connected through the channel. */
    static final int MOST_PAIRS = 2_000;

    private ChannelEdges() {}

    /** The edges of channels by name: of each no more than {@link #MOST_PAIRS}, or one for each that emits or reads. */
    public static List<Edge> of(Map<String, Channel> channels) {
        var edges = new ArrayList<Edge>();
        channels.forEach((name, channel) -> edges.addAll(of(name, channel, MOST_PAIRS)));
        return edges;
    }

    /** The edges of a channel of which no more than so many pairs are connected, each once. */
    static List<Edge> of(String name, Channel channel, int most) {
        var pairs = new ArrayList<Edge>();
        for (Consumer consumer : channel.consumers()) {
            for (String producer : new LinkedHashSet<>(consumer.from())) {
                if (!producer.equals(consumer.service())) {
                    if (pairs.size() == most) {
                        return through(name, channel);
                    }
                    pairs.add(edge(producer, consumer.service(), name));
                }
            }
        }
        return pairs;
    }

    /** Nearly in their order, so that they are sorted in no time. */
    private static List<Edge> through(String name, Channel channel) {
        String id = Edge.ofChannel(name);
        var edges = new ArrayList<Edge>();
        var producers = new HashSet<String>();
        for (Consumer consumer : channel.consumers()) {
            boolean gets = false;
            for (String producer : consumer.from()) {
                if (!producer.equals(consumer.service())) {
                    gets = true;
                    producers.add(producer);
                }
            }
            if (gets) {
                edges.add(edge(id, consumer.service(), name));
            }
        }
        for (ChannelItem item : channel.items()) {
            if (producers.remove(item.service())) {
                edges.add(edge(item.service(), id, name));
            }
        }
        producers.forEach(producer -> edges.add(edge(producer, id, name)));
        return edges;
    }

    private static Edge edge(String from, String to, String channel) {
        return new Edge(from, to, Edge.Kind.CHANNEL, channel, EdgeState.RESOLVED);
    }
}
