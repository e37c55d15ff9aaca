package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Clan inventory: machines with tags, and instances of service modules whose roles are given to machines by name or
 * by tag. What is absent is empty, as in Clan.
 *
 * @param tags the machines that each tag is given to by the inventory itself, with where that is written
 */
record Inventory(
        @Nullable Text name,
        @Nullable Text domain,
        Map<String, Machine> machines,
        Map<String, Map<String, Integer>> tags,
        List<Instance> instances) {

    /** Clan gives every machine the first, and the one that is its class; an inventory may define them itself. */
    private static final String EVERY_MACHINE = "all";

    private static final List<String> COMPUTED = List.of(EVERY_MACHINE, "nixos", "darwin");

    /** @param tags the tags written on the machine, with where */
    record Machine(String name, String machineClass, Map<String, Integer> tags, Fields fields, int offset) {}

    /** An instance of a module. */
    record Instance(String name, ModuleName module, List<Role> roles, int offset) {}

    /** A role: its settings, and who has it by name and by tag, with the settings each adds. */
    record Role(
            String name,
            @Nullable LocatedJson settings,
            Map<String, Assignment> machines,
            Map<String, Assignment> tags) {}

    /** That a machine or a tag has a role: where it is written, and its settings. */
    record Assignment(int offset, @Nullable LocatedJson settings) {}

    /** The machines of every tag that is defined or that some machine has, in the order of machines. */
    Map<String, Set<String>> machinesByTag() {
        var members = new LinkedHashMap<String, Set<String>>();
        COMPUTED.forEach(tag -> members(tag, members));
        for (Machine machine : machines.values()) {
            for (String computed : List.of(EVERY_MACHINE, machine.machineClass())) {
                if (!tags.containsKey(computed)) {
                    members(computed, members).add(machine.name());
                }
            }
            machine.tags().keySet().forEach(tag -> members(tag, members).add(machine.name()));
        }
        tags.forEach((tag, named) -> {
            Set<String> tagged = members(tag, members);
            named.keySet().stream().filter(machines::containsKey).forEach(tagged::add);
        });
        return members;
    }

    private static Set<String> members(String tag, Map<String, Set<String>> members) {
        return members.computeIfAbsent(tag, key -> new LinkedHashSet<>());
    }
}
