package dev.fairlead.diagram.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups of a diagram as a tree: who is inside whom. */
public final class Groups {
    private final Map<String, Group> byId = new LinkedHashMap<>();
    private final Map<String, List<Group>> inside = new HashMap<>();
    private final Map<String, List<Node>> nodes = new HashMap<>();

    public Groups(Diagram diagram) {
        this(diagram.groups(), diagram.nodes());
    }

    Groups(List<Group> groups, List<Node> members) {
        groups.forEach(group -> byId.put(group.id(), group));
        groups.forEach(group -> inside.computeIfAbsent(key(group.parent()), _ -> new ArrayList<>())
                .add(group));
        members.forEach(node ->
                nodes.computeIfAbsent(key(node.group()), _ -> new ArrayList<>()).add(node));
    }

    /** The groups of a list that have nodes in them, at any depth. */
    static List<Group> used(List<Group> groups, List<Node> members) {
        var all = new Groups(groups, members);
        Set<String> used = new HashSet<>();
        members.forEach(node -> all.around(node.group()).forEach(group -> used.add(group.id())));
        return groups.stream().filter(group -> used.contains(group.id())).toList();
    }

    /** A group that is not there counts as none, so that every node is drawn somewhere. */
    private String key(@Nullable String id) {
        return id != null && byId.containsKey(id) ? "group " + id : "";
    }

    /** The groups directly inside one; those at the top for null. */
    public List<Group> inside(@Nullable String id) {
        return inside.getOrDefault(key(id), List.of());
    }

    /** The nodes directly inside a group; those in none for null. */
    public List<Node> nodes(@Nullable String id) {
        return nodes.getOrDefault(key(id), List.of());
    }

    /** A group and those around it, from the inside out. */
    public List<Group> around(@Nullable String id) {
        var chain = new ArrayList<Group>();
        Group group = id == null ? null : byId.get(id);
        while (group != null && !chain.contains(group)) {
            chain.add(group);
            group = group.parent() == null ? null : byId.get(group.parent());
        }
        return chain;
    }

    /** The number of nodes in a group, at any depth. */
    public int size(String id) {
        int size = nodes(id).size();
        for (Group group : inside(id)) {
            size += size(group.id());
        }
        return size;
    }
}
