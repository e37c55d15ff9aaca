package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.clan.Inventory.Assignment;
import dev.fairlead.bridge.clan.Inventory.Role;
import dev.fairlead.bridge.json.LocatedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which machines have a role, as Clan resolves it: those it names, then those that have one of its tags, each once.
 *
 * @param offset where the machine got the role: its own name, or the first of its tags
 * @param settings the settings of the machine and of each of its tags, in that order
 */
record Membership(String machine, int offset, List<LocatedJson> settings) {

    /**
     * The members of a role by machine; machines the inventory does not have are left out.
     *
     * @param machines the names of all machines
     * @param machinesByTag see {@link Inventory#machinesByTag}
     */
    static Map<String, Membership> of(Role role, Set<String> machines, Map<String, Set<String>> machinesByTag) {
        var members = new LinkedHashMap<String, Membership>();
        role.machines().forEach((machine, assignment) -> {
            if (machines.contains(machine)) {
                add(machine, assignment, members);
            }
        });
        role.tags()
                .forEach((tag, assignment) -> machinesByTag
                        .getOrDefault(tag, Set.of())
                        .forEach(machine -> add(machine, assignment, members)));
        return members;
    }

    private static void add(String machine, Assignment assignment, Map<String, Membership> members) {
        Membership known =
                members.computeIfAbsent(machine, name -> new Membership(name, assignment.offset(), new ArrayList<>()));
        if (assignment.settings() != null) {
            known.settings().add(assignment.settings());
        }
    }
}
