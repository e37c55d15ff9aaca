package dev.fairlead.diagram.ir;

import dev.fairlead.fleet.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DiagramWriter} writes. Keys that it does not know are passed over, as later versions may add some. */
public final class DiagramReader {
    private DiagramReader() {}

    /**
     * The diagram that a JSON text holds.
     *
     * @throws DiagramFormatException if it holds none, or one with an edge between nodes that are not in it
     */
    public static Diagram read(String json) throws DiagramFormatException {
        JsonFields root = JsonFields.of(json);
        String schema = root.text("schema", "");
        if (!schema.equals(DiagramWriter.SCHEMA)) {
            throw new DiagramFormatException(
                    schema.isEmpty()
                            ? "it names no schema; a diagram has \"schema\": \"" + DiagramWriter.SCHEMA + "\""
                            : "its schema is '" + schema + "', and not '" + DiagramWriter.SCHEMA + "'");
        }
        var groups = new ArrayList<Group>();
        for (JsonFields group : root.objects("groups")) {
            groups.add(
                    new Group(group.text("id"), group.text("label"), group.text("kind"), group.optionalText("parent")));
        }
        var nodes = new ArrayList<Node>();
        for (JsonFields node : root.objects("nodes")) {
            nodes.add(node(node));
        }
        var edges = new ArrayList<Edge>();
        for (JsonFields edge : root.objects("edges")) {
            edges.add(edge(edge));
        }
        var diagram = new Diagram(
                root.text("view", "diagram"),
                word(Form.class, root, "form", Form.GRAPH),
                root.text("title"),
                root.strings("columns"),
                groups,
                nodes,
                edges,
                root.strings("notes"));
        check(diagram);
        return diagram;
    }

    private static Node node(JsonFields json) throws DiagramFormatException {
        var attributes = new TreeMap<String, String>();
        JsonFields written = json.optionalObject("attributes");
        if (written != null) {
            for (Map.Entry<String, ?> entry : written.entries()) {
                attributes.put(entry.getKey(), written.text(entry.getKey()));
            }
        }
        return new Node(
                json.text("id"),
                json.text("label"),
                json.text("kind"),
                json.optionalText("group"),
                word(Tone.class, json, "tone", Tone.PLAIN),
                attributes,
                place(json),
                origin(json));
    }

    private static Edge edge(JsonFields json) throws DiagramFormatException {
        long weight = json.whole("weight", 1);
        if (weight < 1) {
            throw new DiagramFormatException(json.where("weight") + " is " + weight + ", and the least is 1");
        }
        return new Edge(
                json.text("from"),
                json.text("to"),
                json.text("label", ""),
                json.text("kind", ""),
                word(Tone.class, json, "tone", Tone.PLAIN),
                weight,
                place(json),
                origin(json));
    }

    private static @Nullable Place place(JsonFields json) throws DiagramFormatException {
        JsonFields place = json.optionalObject("location");
        if (place == null) {
            return null;
        }
        int line = (int) place.whole("line", 1);
        int column = (int) place.whole("column", 1);
        return new Place(place.text("file"), line, column, (int) place.whole("endLine", line), (int)
                place.whole("endColumn", column));
    }

    private static @Nullable Origin origin(JsonFields json) throws DiagramFormatException {
        return json.optionalText("origin") == null ? null : word(Origin.class, json, "origin", Origin.BOTH);
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonFields json, String key, E otherwise)
            throws DiagramFormatException {
        String word = json.text(key, "");
        if (word.isEmpty()) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw new DiagramFormatException(json.where(key) + " is '" + word + "', which is none of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    private static void check(Diagram diagram) throws DiagramFormatException {
        Set<String> groups = new HashSet<>();
        for (Group group : diagram.groups()) {
            if (group.parent() != null && !groups.contains(group.parent())) {
                throw new DiagramFormatException(
                        "the group '" + group.id() + "' stands before its parent '" + group.parent() + "'");
            }
            if (!groups.add(group.id())) {
                throw new DiagramFormatException("two groups have the id '" + group.id() + "'");
            }
        }
        Set<String> nodes = new HashSet<>();
        for (Node node : diagram.nodes()) {
            if (!nodes.add(node.id())) {
                throw new DiagramFormatException("two nodes have the id '" + node.id() + "'");
            }
        }
        for (Edge edge : diagram.edges()) {
            for (String end : List.of(edge.from(), edge.to())) {
                if (!nodes.contains(end)) {
                    throw new DiagramFormatException("an edge ends at '" + end + "', which is no node of it");
                }
            }
        }
    }
}
