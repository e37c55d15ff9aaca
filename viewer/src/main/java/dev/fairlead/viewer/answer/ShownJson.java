package dev.fairlead.viewer.answer;

import static dev.fairlead.viewer.answer.Answers.objects;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramWriter;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.svg.EdgeLabels;
import dev.fairlead.diagram.svg.GraphLayout;
import dev.fairlead.diagram.svg.Layout;
import dev.fairlead.diagram.svg.Layout.Area;
import dev.fairlead.diagram.svg.Layout.Point;
import dev.fairlead.diagram.svg.Layout.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A picture as the page draws it: a diagram, and where everything of it is. */
final class ShownJson {
    private final Folded folded;

    private ShownJson(Folded folded) {
        this.folded = folded;
    }

    /** The JSON of a picture. Costs its layout: about a second where a thousand things are seen. */
    static String of(Folded folded) {
        return Answers.object(new ShownJson(folded)::write);
    }

    private void write(JsonGenerator json) {
        Diagram diagram = folded.diagram();
        json.writeName("diagram");
        json.writeRawValue(DiagramWriter.write(diagram));
        layout(json, diagram, GraphLayout.of(diagram));
        objects(json, "collapsed", folded.closed(), closed -> {
            json.writeStringProperty("id", closed.id());
            json.writeStringProperty("label", closed.label());
            json.writeStringProperty("kind", closed.kind());
            json.writeNumberProperty("nodes", closed.nodes());
            json.writeNumberProperty("problems", closed.problems());
        });
    }

    private static void layout(JsonGenerator json, Diagram diagram, Layout layout) {
        json.writeObjectPropertyStart("layout");
        pixels(json, "width", layout.width());
        pixels(json, "height", layout.height());
        json.writeObjectPropertyStart("nodes");
        for (Node node : diagram.nodes()) {
            box(json, node.id(), layout.nodes().get(node.id()), GraphLayout.lines(node));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("groups");
        for (Group group : diagram.groups()) {
            box(json, group.id(), layout.groups().get(group.id()), List.of(GraphLayout.title(group)));
        }
        json.writeEndObject();
        var labels = new EdgeLabels(diagram);
        json.writeArrayPropertyStart("edges");
        for (int i = 0; i < diagram.edges().size(); i++) {
            edge(json, diagram.edges().get(i), layout.routes().get(i), labels);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void box(JsonGenerator json, String key, @Nullable Area area, List<String> lines) {
        if (area == null) {
            return;
        }
        json.writeObjectPropertyStart(key);
        pixels(json, "x", area.x());
        pixels(json, "y", area.y());
        pixels(json, "width", area.width());
        pixels(json, "height", area.height());
        Answers.strings(json, "lines", lines);
        json.writeEndObject();
    }

    private static void edge(JsonGenerator json, Edge edge, Route route, EdgeLabels labels) {
        json.writeStartObject();
        json.writeArrayPropertyStart("points");
        for (Point point : route.points()) {
            json.writeStartArray();
            json.writeNumber(rounded(point.x()));
            json.writeNumber(rounded(point.y()));
            json.writeEndArray();
        }
        json.writeEndArray();
        if (route.label() == null) {
            json.writeNullProperty("label");
        } else {
            box(json, "label", route.label(), labels.lines(edge));
        }
        json.writeEndObject();
    }

    private static void pixels(JsonGenerator json, String key, double value) {
        json.writeName(key);
        json.writeNumber(rounded(value));
    }

    private static double rounded(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }
}
