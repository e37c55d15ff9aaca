package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Clan inventory: machines with tags, and instances of service modules whose roles are given to machines by name or
 * by tag. What is absent is empty, as in Clan; what has another shape than Clan gives it is left out.
 */
record Inventory(
        @Nullable String name,
        @Nullable Text domain,
        Map<String, Machine> machines,
        Map<String, Set<String>> tags,
        List<Instance> instances) {

    /** @param own the tags of the machine itself and those computed for it, with where each is written */
    record Machine(String name, String machineClass, Map<String, Integer> own, Fields fields, int offset) {}

    /** @param module the name of the module as written, such as {@code @clan/borgbackup} */
    record Instance(String name, String module, List<Role> roles, int offset) {}

    /** A role: its settings, and who has it by name and by tag, with the settings each adds. */
    record Role(
            String name,
            @Nullable LocatedJson settings,
            Map<String, Assignment> machines,
            Map<String, Assignment> tags) {}

    /** That a machine or a tag has a role: where it is written, and its settings. */
    record Assignment(int offset, @Nullable LocatedJson settings) {}

    static Inventory of(Fields root) {
        Fields meta = fields(root.get("meta"));
        var machines = new LinkedHashMap<String, Machine>();
        fields(root.get("machines")).fields().forEach((name, field) -> machines.put(name, machine(name, field)));
        var tags = new LinkedHashMap<String, Set<String>>();
        fields(root.get("tags"))
                .fields()
                .forEach((name, field) -> tags.put(name, texts(field.value()).keySet()));
        var instances = new ArrayList<Instance>();
        fields(root.get("instances")).fields().forEach((name, field) -> instances.add(instance(name, field)));
        return new Inventory(
                meta.get("name") instanceof Text name ? name.value() : null,
                meta.get("domain") instanceof Text domain ? domain : null,
                machines,
                tags,
                instances);
    }

    /** The machines that have a tag: by their own tags, or because the inventory itself names them. */
    Set<String> tagged(String tag) {
        var members = new LinkedHashSet<String>();
        machines.values().stream()
                .filter(machine -> machine.own().containsKey(tag) || isComputed(tag, machine))
                .forEach(machine -> members.add(machine.name()));
        tags.getOrDefault(tag, Set.of()).stream().filter(machines::containsKey).forEach(members::add);
        return members;
    }

    /** Clan gives these to every machine, unless the inventory defines them. */
    private boolean isComputed(String tag, Machine machine) {
        return !tags.containsKey(tag) && (tag.equals("all") || tag.equals(machine.machineClass()));
    }

    /** Every tag that is defined or that some machine has. */
    Set<String> knownTags() {
        var known = new LinkedHashSet<String>(List.of("all", "nixos", "darwin"));
        known.addAll(tags.keySet());
        machines.values().forEach(machine -> known.addAll(machine.own().keySet()));
        return known;
    }

    private static Machine machine(String name, Field field) {
        Fields fields = fields(field.value());
        String machineClass = fields.get("machineClass") instanceof Text text ? text.value() : "nixos";
        LocatedJson tags = fields.get("tags");
        return new Machine(name, machineClass, tags == null ? Map.of() : texts(tags), fields, field.offset());
    }

    private static Instance instance(String name, Field field) {
        Fields fields = fields(field.value());
        Fields module = fields(fields.get("module"));
        var roles = new ArrayList<Role>();
        fields(fields.get("roles")).fields().forEach((role, value) -> roles.add(role(role, fields(value.value()))));
        return new Instance(name, module.get("name") instanceof Text text ? text.value() : name, roles, field.offset());
    }

    private static Role role(String name, Fields role) {
        return new Role(
                name, settings(role.get("settings")), assignments(role.get("machines")), assignments(role.get("tags")));
    }

    /** Both forms: {@code { "web1": { "settings": {} } }} and {@code [ "web1" ]}. */
    private static Map<String, Assignment> assignments(@Nullable LocatedJson json) {
        var assignments = new LinkedHashMap<String, Assignment>();
        if (json instanceof Items) {
            texts(json).forEach((name, offset) -> assignments.put(name, new Assignment(offset, null)));
        }
        fields(json)
                .fields()
                .forEach((name, field) -> assignments.put(
                        name,
                        new Assignment(
                                field.offset(), settings(fields(field.value()).get("settings")))));
        return assignments;
    }

    /**
     * The settings themselves. Clan's serialised inventories wrap them: {@code { "imports": [ { "_file": ..., "imports":
     * [ X ] } ] }} is X, here and nowhere else.
     */
    private static @Nullable LocatedJson settings(@Nullable LocatedJson json) {
        if (json instanceof Fields outer
                && only(outer.get("imports")) instanceof Fields inner
                && outer.fields().size() == 1
                && inner.fields().keySet().equals(Set.of("_file", "imports"))) {
            LocatedJson wrapped = only(inner.get("imports"));
            return wrapped == null ? json : wrapped;
        }
        return json;
    }

    private static @Nullable LocatedJson only(@Nullable LocatedJson list) {
        return list instanceof Items items && items.items().size() == 1
                ? items.items().getFirst()
                : null;
    }

    private static Fields fields(@Nullable LocatedJson json) {
        return json instanceof Fields fields ? fields : new Fields(Map.of(), json == null ? 0 : json.offset());
    }

    private static Map<String, Integer> texts(LocatedJson json) {
        var texts = new LinkedHashMap<String, Integer>();
        if (json instanceof Items items) {
            for (LocatedJson item : items.items()) {
                if (item instanceof Text text) {
                    texts.putIfAbsent(text.value(), text.offset());
                }
            }
        }
        return texts;
    }
}
