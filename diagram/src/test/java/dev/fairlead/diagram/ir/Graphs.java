package dev.fairlead.diagram.ir;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Random diagrams, with names that are meant to break things. */
public final class Graphs {
    private static final List<String> KINDS =
            List.of("service", "host", "capability", "channel", "state", "rule", "port", "missing", "person");

    private Graphs() {}

    public static Gen<String> names() {
        return Gen.oneOf(
                Gen.elements("dns", "end", "graph", "a b", "x", "1st", "data-mesher", "<b>", "日本"),
                Gen.nastyStrings(12));
    }

    /** Diagrams of any form with up to {@code most} nodes in up to five nested groups. */
    public static Gen<Diagram> diagrams(int most) {
        return choices -> {
            var groups = new ArrayList<Group>();
            int frames = (int) choices.below(6);
            for (int i = 0; i < frames; i++) {
                String parent = i > 0 && choices.below(2) == 1
                        ? groups.get((int) choices.below(i)).id()
                        : null;
                groups.add(new Group("host:" + i + names().draw(choices), names().draw(choices), "host", parent));
            }
            var nodes = new ArrayList<Node>();
            int boxes = 1 + (int) choices.below(most);
            for (int i = 0; i < boxes; i++) {
                String group = frames > 0 && choices.below(3) > 0
                        ? groups.get((int) choices.below(frames)).id()
                        : null;
                var attributes = new TreeMap<String, String>();
                if (choices.below(3) == 2) {
                    attributes.put("host", names().draw(choices));
                }
                nodes.add(new Node(
                        "service:" + i + names().draw(choices),
                        names().draw(choices),
                        Gen.elements(KINDS).draw(choices),
                        group,
                        Gen.elements(Tone.values()).draw(choices),
                        attributes,
                        choices.below(4) == 3 ? new Place("fleet.nix", 1, 2, 3, 4) : null,
                        choices.below(4) == 3 ? Gen.elements(Origin.values()).draw(choices) : null));
            }
            var edges = new ArrayList<Edge>();
            int arrows = (int) choices.below(2L * most);
            for (int i = 0; i < arrows; i++) {
                Node from = Gen.elements(nodes).draw(choices);
                Node to = Gen.elements(nodes).draw(choices);
                edges.add(new Edge(
                        from.id(),
                        to.id(),
                        names().draw(choices),
                        Gen.elements("requires", "channel", "imports").draw(choices),
                        Gen.elements(Tone.values()).draw(choices),
                        1 + choices.below(5),
                        null,
                        null));
            }
            return new Diagram(
                    "dependencies",
                    Gen.elements(Form.values()).draw(choices),
                    names().draw(choices),
                    List.of("host"),
                    groups,
                    nodes,
                    edges,
                    names().list(2).draw(choices));
        };
    }
}
