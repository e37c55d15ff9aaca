package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Diagrams for tests: random ones, and large ones. */
final class Drawings {
    private Drawings() {}

    /** Up to {@code most} nodes in up to {@code frames} nested groups, some with problems, and twice as many edges. */
    static Gen<Diagram> random(int most, int frames) {
        return choices -> {
            var groups = new ArrayList<Group>();
            int count = (int) choices.below(frames + 1L);
            for (int i = 0; i < count; i++) {
                String parent = i > 0 && choices.below(2) == 1
                        ? groups.get((int) choices.below(i)).id()
                        : null;
                groups.add(new Group("host:" + i, "host " + i, i % 2 == 0 ? "host" : "environment", parent));
            }
            var nodes = new ArrayList<Node>();
            int boxes = 1 + (int) choices.below(most);
            for (int i = 0; i < boxes; i++) {
                String group = count > 0 && choices.below(4) > 0
                        ? groups.get((int) choices.below(count)).id()
                        : null;
                nodes.add(Node.of("service:" + i, "service " + i, "service")
                        .in(group)
                        .toned(Gen.elements(Tone.values()).draw(choices)));
            }
            var edges = new ArrayList<Edge>();
            int arrows = (int) choices.below(2L * most);
            for (int i = 0; i < arrows; i++) {
                edges.add(Edge.of(
                                Gen.elements(nodes).draw(choices).id(),
                                Gen.elements(nodes).draw(choices).id(),
                                Gen.elements("", "needs").draw(choices),
                                "requires")
                        .toned(Gen.elements(Tone.values()).draw(choices)));
            }
            return new Diagram("dependencies", Form.GRAPH, "random", List.of(), groups, nodes, edges, List.of());
        };
    }

    /** Hosts side by side with services in them, each of which needs one of the next host. */
    static Diagram fleet(int hosts, int services) {
        var groups = new ArrayList<Group>();
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (int host = 0; host < hosts; host++) {
            groups.add(new Group(host(host), host(host), "host", null));
            for (int service = 0; service < services; service++) {
                nodes.add(node(service, host, host(host)));
                edges.add(Edge.of(id(service, host), id(service, (host + 1) % hosts), "needs", "requires"));
            }
        }
        return new Diagram("dependencies", Form.GRAPH, "fleet", List.of(), groups, nodes, edges, List.of());
    }

    private static Node node(int service, int host, @Nullable String group) {
        return Node.of(id(service, host), "s" + service, "service").in(group);
    }

    static String host(int number) {
        return "host:web%05d".formatted(number);
    }

    static String id(int service, int host) {
        return "service:s" + service + "@web%05d".formatted(host);
    }
}
