package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The arrows of a diagram by where they start, and what is written where they end: for formats that have lists, not lines. */
public final class Arrows {
    private final List<Node> nodes;
    private final Map<String, Node> byId = new HashMap<>();
    private final Map<String, List<Edge>> leaving = new HashMap<>();
    private final Set<String> reached = new HashSet<>();

    public Arrows(Diagram diagram) {
        nodes = diagram.nodes();
        nodes.forEach(node -> byId.put(node.id(), node));
        for (Edge edge : diagram.edges()) {
            leaving.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
            reached.add(edge.to());
        }
    }

    /** The arrows that start at a node, in the order of the diagram. */
    public List<Edge> from(String id) {
        return leaving.getOrDefault(id, List.of());
    }

    /** What a matrix writes where the row and the column of two nodes cross; empty if no arrow leads from one to the other. */
    public String cell(Node row, Node column) {
        return from(row.id()).stream()
                .filter(edge -> edge.to().equals(column.id()))
                .map(edge -> edge.sign() + (edge.label().isEmpty() ? "×" : edge.label()))
                .collect(Collectors.joining(", "));
    }

    /** The columns of a matrix: what arrows lead to. */
    public List<Node> columns() {
        return nodes.stream().filter(node -> reached.contains(node.id())).toList();
    }

    /** The rows of a matrix: what no arrow leads to. */
    public List<Node> rows() {
        return nodes.stream().filter(node -> !reached.contains(node.id())).toList();
    }

    /** The node with an id; one of that name if there is none. */
    public Node node(String id) {
        return byId.getOrDefault(id, Node.of(id, id, ""));
    }

    /** What a node is called where its frame is not around it: a service with its host. */
    public String address(String id) {
        Node node = node(id);
        String host = node.attribute("host");
        boolean placed =
                host.isEmpty() || !id.startsWith("service:") || node.label().contains("@");
        return placed ? node.label() : node.label() + "@" + host;
    }
}
