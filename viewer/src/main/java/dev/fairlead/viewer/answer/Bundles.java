package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import dev.fairlead.diagram.ir.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts very many siblings into frames of their own, so that something can be closed where a fleet has two thousand hosts
 * side by side. What is alike in kind stays together, in the order of the diagram.
 */
final class Bundles {
    /** The kind of the groups that it adds. */
    static final String KIND = "bundle";

    /** More siblings than this are a crowd. */
    private static final int CROWD = 120;

    private final Groups tree;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Bundles(Diagram diagram) {
        this.tree = new Groups(diagram);
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));
    }

    /** The same diagram with frames around crowds. */
    static Diagram of(Diagram diagram) {
        var bundles = new Bundles(diagram);
        bundles.fill(null, null);
        return new Diagram(
                diagram.view(),
                diagram.form(),
                diagram.title(),
                diagram.columns(),
                bundles.groups,
                List.copyOf(bundles.nodes.values()),
                diagram.edges(),
                diagram.notes());
    }

    /** One thing among siblings: a group, or a node. */
    private record Sibling(String id, String label, String kind, boolean isGroup) {}

    private void fill(@Nullable String group, @Nullable String place) {
        Map<String, List<Sibling>> alike = new LinkedHashMap<>();
        int count = 0;
        for (Group inner : tree.inside(group)) {
            alike.computeIfAbsent("groups " + inner.kind(), _ -> new ArrayList<>())
                    .add(new Sibling(inner.id(), inner.label(), inner.kind(), true));
            count++;
        }
        for (Node node : tree.nodes(group)) {
            alike.computeIfAbsent("nodes " + node.kind(), _ -> new ArrayList<>())
                    .add(new Sibling(node.id(), node.label(), node.kind(), false));
            count++;
        }
        for (List<Sibling> siblings : alike.values()) {
            if (count > CROWD) {
                bundle(siblings, place);
            } else {
                siblings.forEach(sibling -> put(sibling, place));
            }
        }
    }

    private void bundle(List<Sibling> siblings, @Nullable String place) {
        if (siblings.size() <= CROWD) {
            siblings.forEach(sibling -> put(sibling, place));
            return;
        }
        int size = (siblings.size() + CROWD - 1) / CROWD;
        // Pieces as long as there are pieces: neither many small ones nor a few that are crowds again.
        int length = Math.max(size, (int) Math.ceil(Math.sqrt(siblings.size())));
        for (int start = 0; start < siblings.size(); start += length) {
            List<Sibling> piece = siblings.subList(start, Math.min(start + length, siblings.size()));
            Sibling first = piece.getFirst();
            String id = KIND + ":" + (place == null ? "" : place + "/") + first.id();
            groups.add(new Group(id, first.label() + " … " + piece.getLast().label(), KIND, place));
            bundle(piece, id);
        }
    }

    private void put(Sibling sibling, @Nullable String place) {
        if (sibling.isGroup()) {
            groups.add(new Group(sibling.id(), sibling.label(), sibling.kind(), place));
            fill(sibling.id(), sibling.id());
        } else {
            nodes.computeIfPresent(sibling.id(), (_, node) -> node.in(place));
        }
    }
}
