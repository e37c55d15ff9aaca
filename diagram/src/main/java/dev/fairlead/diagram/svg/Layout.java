package dev.fairlead.diagram.svg;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a graph is, in pixels from the upper left.
 *
 * @param nodes by id
 * @param groups by id
 * @param routes one for each edge, in the order of the edges
 */
public record Layout(
        double width, double height, Map<String, Area> nodes, Map<String, Area> groups, List<Route> routes) {
    /** A box, by its upper left corner. */
    public record Area(double x, double y, double width, double height) {}

    public record Point(double x, double y) {}

    /** The corners of an edge from its start to its end, and where its label is. */
    public record Route(List<Point> points, @Nullable Area label) {}

    /** How large something wants to be. */
    public record Size(double width, double height) {}
}
