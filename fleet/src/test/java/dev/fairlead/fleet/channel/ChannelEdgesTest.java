package dev.fairlead.fleet.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ChannelEdgesTest {
    private static final String CHANNEL = "channel:c";
    private static final List<String> SERVICES = List.of("service:a", "service:b", "service:c", "service:d");

    private static final Gen<List<Consumer>> CONSUMERS = Gen.elements(SERVICES)
            .list(5)
            .list(SERVICES.size())
            .map(lists -> {
                var consumers = new ArrayList<Consumer>();
                lists.forEach(from -> consumers.add(new Consumer(SERVICES.get(consumers.size()), from, null)));
                return consumers;
            });

    private static Edge edge(String from, String to) {
        return new Edge(from, to, Edge.Kind.CHANNEL, "c", EdgeState.RESOLVED);
    }

    /** Each pair of services of which the one gets something of the other, and is another. */
    private static Set<Edge> pairs(List<Consumer> consumers) {
        var pairs = new TreeSet<Edge>();
        for (String producer : SERVICES) {
            for (Consumer consumer : consumers) {
                if (consumer.from().contains(producer) && !consumer.service().equals(producer)) {
                    pairs.add(edge(producer, consumer.service()));
                }
            }
        }
        return pairs;
    }

    @Test
    void aChannelConnectsPairsOrLeadsAllThatHaveAPartInOneThroughItself() {
        Property.forAll(CONSUMERS, Gen.ints(0, 12), (consumers, most) -> {
            Set<Edge> pairs = pairs(consumers);
            var through = new TreeSet<Edge>();
            pairs.forEach(pair -> {
                through.add(edge(pair.from(), CHANNEL));
                through.add(edge(CHANNEL, pair.to()));
            });
            assertThat(ChannelEdges.of("c", new Channel(null, List.of(), consumers), most))
                    .containsExactlyInAnyOrderElementsOf(pairs.size() > most ? through : pairs);
        });
    }
}
