package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Point;
import dev.fairlead.diagram.svg.Layout.Route;
import java.util.ArrayList;
import java.util.Set;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.jspecify.annotations.Nullable;

/** Where ELK has put something, in the coordinates of the whole picture. */
final class ElkPlaces {
    private ElkPlaces() {}

    static Area area(ElkNode node) {
        Point origin = origin(node.getParent());
        return new Area(origin.x() + node.getX(), origin.y() + node.getY(), node.getWidth(), node.getHeight());
    }

    /**
     * The way of an edge.
     *
     * @param unseen labels that only take space
     */
    static Route route(ElkEdge edge, Set<ElkLabel> unseen) {
        Point origin = origin(edge.getContainingNode());
        var points = new ArrayList<Point>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(moved(origin, section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(moved(origin, bend.getX(), bend.getY())));
            points.add(moved(origin, section.getEndX(), section.getEndY()));
        }
        Area label = null;
        for (ElkLabel placed : edge.getLabels()) {
            if (unseen.contains(placed)) {
                continue;
            }
            label = new Area(
                    origin.x() + placed.getX(), origin.y() + placed.getY(), placed.getWidth(), placed.getHeight());
        }
        return new Route(points, label);
    }

    private static Point moved(Point origin, double x, double y) {
        return new Point(origin.x() + x, origin.y() + y);
    }

    /** ELK's coordinates are relative to what is around; these are those of that, from the upper left of all. */
    private static Point origin(@Nullable ElkNode node) {
        double x = 0;
        double y = 0;
        for (ElkNode at = node; at != null; at = at.getParent()) {
            x += at.getX();
            y += at.getY();
        }
        return new Point(x, y);
    }
}
