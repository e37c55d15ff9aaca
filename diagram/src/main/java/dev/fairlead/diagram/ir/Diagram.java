package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture before it has a format: nodes in nested groups, and edges between nodes. Renderers draw all of it, in order,
 * and decide nothing but spelling and layout. Equal fleets give equal diagrams.
 *
 * @param view the name of the view that made it
 * @param form what kind of picture it wants to be; every renderer can draw every form as a graph
 * @param title one line
 * @param columns for tables: the attributes of nodes that are shown, in order; else empty
 * @param groups parents before their children
 * @param nodes their ids are unique
 * @param edges in the order of events where {@code form} is a sequence
 * @param notes sentences that belong on the picture, such as what was left out
 */
public record Diagram(
        String view,
        Form form,
        String title,
        List<String> columns,
        List<Group> groups,
        List<Node> nodes,
        List<Edge> edges,
        List<String> notes) {
    public Diagram {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        notes = List.copyOf(notes);
    }

    /** The same picture of other things. Groups that have nothing in them are left out. */
    public Diagram with(List<Node> otherNodes, List<Edge> otherEdges) {
        return new Diagram(view, form, title, columns, Groups.used(groups, otherNodes), otherNodes, otherEdges, notes);
    }

    /** The same picture in another form. */
    public Diagram as(Form other) {
        return new Diagram(view, other, title, columns, groups, nodes, edges, notes);
    }

    /** The same picture with another title. */
    public Diagram titled(String other) {
        return new Diagram(view, form, other, columns, groups, nodes, edges, notes);
    }

    /** The same picture with one more sentence on it. */
    public Diagram noting(String sentence) {
        var more = new ArrayList<>(notes);
        more.add(sentence);
        return new Diagram(view, form, title, columns, groups, nodes, edges, more);
    }
}
