package dev.fairlead.diagram.ir;

import dev.fairlead.fleet.finding.Place;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A box.
 *
 * @param id unique in the diagram; the id of a service or scope where it stands for one
 * @param kind what it stands for: {@code service host capability channel port state ...}
 * @param group the id of the group it is drawn in, or null
 * @param attributes what else is known of it, as text; filters look here
 * @param location where it is written, or null
 * @param origin for differences: which side it comes from; else null
 */
public record Node(
        String id,
        String label,
        String kind,
        @Nullable String group,
        Tone tone,
        SortedMap<String, String> attributes,
        @Nullable Place location,
        @Nullable Origin origin) {
    public Node {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A plain node in no group. */
    public static Node of(String id, String label, String kind) {
        return new Node(id, label, kind, null, Tone.PLAIN, new TreeMap<>(), null, null);
    }

    public Node in(@Nullable String other) {
        return new Node(id, label, kind, other, tone, attributes, location, origin);
    }

    public Node toned(Tone other) {
        return new Node(id, label, kind, group, other, attributes, location, origin);
    }

    public Node at(@Nullable Place other) {
        return new Node(id, label, kind, group, tone, attributes, other, origin);
    }

    public Node marked(@Nullable Origin other) {
        return new Node(id, label, kind, group, tone, attributes, location, other);
    }

    /** This node with an attribute; an empty or absent value leaves it as it is. */
    public Node with(String attribute, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        var more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new Node(id, label, kind, group, tone, more, location, origin);
    }

    /** The value of an attribute; empty if it has none. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    public Node labelled(String other) {
        return new Node(id, other, kind, group, tone, attributes, location, origin);
    }

    /** In words, what its colour says; empty if it says nothing. */
    public String remark() {
        return Edge.remark(tone, origin);
    }

    /** What is written in the box: the label, and in words what its colour says. */
    public String caption() {
        return remark().isEmpty() ? label : label + " (" + remark() + ")";
    }
}
