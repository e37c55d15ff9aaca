package dev.fairlead.diagram.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.Resolutions;
import dev.fairlead.diagram.diff.Difference.EdgeChange;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fleets that one host more makes so large that a channel is led through itself. */
final class AlikeChannelsTest {
    private static final String CHANNEL = "channel:c";

    private static Edge edge(String from, String to) {
        return new Edge(from, to, Edge.Kind.CHANNEL, "c", EdgeState.RESOLVED);
    }

    private static String id(int host) {
        return "service:s@h" + host;
    }

    private static Resolution fleet(int hosts, List<Edge> edges) {
        List<Service> services = IntStream.range(0, hosts)
                .mapToObj(host -> Resolutions.service("s", "h" + host))
                .toList();
        return Resolutions.of("fleet", services, edges.stream().sorted().toList());
    }

    private static Resolution pairs(int hosts) {
        var edges = new ArrayList<Edge>();
        for (int from = 0; from < hosts; from++) {
            for (int to = 0; to < hosts; to++) {
                if (from != to) {
                    edges.add(edge(id(from), id(to)));
                }
            }
        }
        return fleet(hosts, edges);
    }

    private static Resolution through(int hosts, List<Integer> emit, List<Integer> read) {
        var edges = new ArrayList<Edge>();
        emit.forEach(host -> edges.add(edge(id(host), CHANNEL)));
        read.forEach(host -> edges.add(edge(CHANNEL, id(host))));
        return fleet(hosts, edges);
    }

    @Test
    void aHostMoreIsNoDifferenceBetweenTheOthers() {
        Resolution small = pairs(3);
        Resolution large = through(4, List.of(0, 1, 2, 3), List.of(0, 1, 2, 3));
        assertThat(Difference.between(small, large).edges()).isEmpty();
        assertThat(Difference.between(large, small).edges()).isEmpty();
    }

    @Test
    void whoStartsOrCeasesToEmitOrToReadIsTold() {
        Resolution small = pairs(3);
        Resolution large = through(4, List.of(0, 2, 3), List.of(1, 2, 3));
        assertThat(Difference.between(small, large).edges())
                .containsExactly(
                        new EdgeChange(edge(CHANNEL, id(0)), null), new EdgeChange(edge(id(1), CHANNEL), null));
        assertThat(Difference.between(large, small).edges())
                .containsExactly(
                        new EdgeChange(null, edge(CHANNEL, id(0))), new EdgeChange(null, edge(id(1), CHANNEL)));
    }

    @Test
    void aPictureOfWhatIsDifferentHasOneArrowForEachServiceThatIsNew() {
        Order order = Order.of(View.HOST).ofHost("h3");
        var changed = Diagrams.changes(pairs(3), through(4, List.of(0, 1, 2, 3), List.of(0, 1, 2, 3)), order);
        var origins = new TreeMap<String, Origin>();
        changed.edges().forEach(edge -> origins.put(edge.from() + " " + edge.to(), edge.origin()));
        assertThat(origins).isEqualTo(Map.of(id(3) + " " + CHANNEL, Origin.NEW, CHANNEL + " " + id(3), Origin.NEW));
        assertThat(changed.nodes()).extracting(Node::id).containsExactlyInAnyOrder(CHANNEL, id(3));
    }

    @Test
    void fleetsThatAreAlikeStayAsTheyAre() {
        Resolution small = pairs(3);
        Resolution large = through(3, List.of(0, 1), List.of(2));
        assertThat(AlikeChannels.of(small, small).before()).isSameAs(small);
        assertThat(AlikeChannels.of(large, large).after()).isSameAs(large);
        assertThat(AlikeChannels.of(small, large).after()).isSameAs(large);
    }
}
