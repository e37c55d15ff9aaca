package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.clan.Inventory.Instance;
import dev.fairlead.bridge.clan.Inventory.Machine;
import dev.fairlead.bridge.clan.Inventory.Role;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes an inventory as declarations of a fleet. A machine is a host; a machine's role in an instance is an include of
 * the aspect {@code "<module>.<role>"} as the instance of that name; tags stay tags.
 */
final class ClanFleet {
    /** What of a machine is kept as data of the host. */
    private static final Set<String> DATA = Set.of("description", "icon", "installedAt", "deploy");

    private final Inventory inventory;
    private final NixBuilder nix;
    private final InventoryFindings findings;
    private final Map<String, Set<String>> machinesByTag;
    private final Map<String, NixBuilder.Sequence> includes = new HashMap<>();
    private final TreeMap<String, Integer> aspects = new TreeMap<>();

    ClanFleet(Inventory inventory, NixBuilder nix, InventoryFindings findings) {
        this.inventory = inventory;
        this.nix = nix;
        this.findings = findings;
        this.machinesByTag = inventory.machinesByTag();
    }

    /** The contribution {@code { den = ...; }}; what does not fit together is reported. */
    Value declarations() {
        checkTags();
        for (Instance instance : inventory.instances()) {
            for (Role role : instance.roles()) {
                deploy(instance, role);
                check(instance, role);
            }
        }
        NixBuilder.Attrs fleet = nix.attrs();
        if (inventory.name() != null) {
            fleet.put("name", nix.of(inventory.name()), inventory.name().offset());
        }
        if (inventory.domain() != null) {
            fleet.put("domain", nix.of(inventory.domain()), inventory.domain().offset());
        }
        Value den = nix.attrs()
                .put("fleet", fleet.build(), 0)
                .put("hosts", hosts(), 0)
                .put("aspects", aspects(), 0)
                .build();
        return nix.attrs().put("den", den, 0).build();
    }

    private void deploy(Instance instance, Role role) {
        String path = instance.module().role(role.name());
        aspects.putIfAbsent(path, instance.offset());
        Membership.of(role, inventory.machines().keySet(), machinesByTag)
                .values()
                .forEach(member -> includes.computeIfAbsent(member.machine(), key -> nix.list())
                        .add(include(path, instance, role, member), member.offset()));
    }

    private void checkTags() {
        inventory
                .tags()
                .forEach((tag, machines) -> machines.forEach((machine, offset) -> {
                    if (!inventory.machines().containsKey(machine)) {
                        findings.ghostMachine(
                                "The tag \"" + tag + "\" is given to",
                                machine,
                                inventory.machines().keySet(),
                                offset);
                    }
                }));
    }

    private void check(Instance instance, Role role) {
        String where = "Instance \"" + instance.name() + "\" gives the role \"" + role.name() + "\" to";
        role.machines().forEach((machine, assignment) -> {
            if (!inventory.machines().containsKey(machine)) {
                findings.ghostMachine(where, machine, inventory.machines().keySet(), assignment.offset());
            }
        });
        role.tags().forEach((tag, assignment) -> {
            if (!machinesByTag.containsKey(tag)) {
                findings.unknownTag(where, tag, machinesByTag.keySet(), assignment.offset());
            }
        });
    }

    private Value include(String path, Instance instance, Role role, Membership member) {
        return nix.attrs()
                .put("aspect", NixBuilder.text(path), member.offset())
                .put("instance", NixBuilder.text(ModuleName.plain(instance.name())), instance.offset())
                .put("settings", nix.of(settings(role, member)), member.offset())
                .build();
    }

    /** Clan's order of definitions: the machine's, its tags', the role's. */
    private static LocatedJson settings(Role role, Membership member) {
        var definitions = new ArrayList<>(member.settings());
        if (role.settings() != null) {
            definitions.add(role.settings());
        }
        return definitions.isEmpty() ? new Fields(Map.of(), member.offset()) : SettingsMerge.of(definitions);
    }

    private Value hosts() {
        var tagsByMachine = new HashMap<String, List<String>>();
        machinesByTag.forEach((tag, members) -> members.forEach(machine ->
                tagsByMachine.computeIfAbsent(machine, key -> new ArrayList<>()).add(tag)));
        var byClass = new TreeMap<String, NixBuilder.Attrs>();
        for (Machine machine : inventory.machines().values()) {
            byClass.computeIfAbsent(machine.machineClass(), key -> nix.attrs())
                    .put(
                            machine.name(),
                            host(machine, tagsByMachine.getOrDefault(machine.name(), List.of())),
                            machine.offset());
        }
        NixBuilder.Attrs hosts = nix.attrs();
        byClass.forEach((machineClass, attrs) -> hosts.put(machineClass, attrs.build(), 0));
        return hosts.build();
    }

    private Value host(Machine machine, List<String> tags) {
        NixBuilder.Sequence list = nix.list();
        for (String tag : new LinkedHashSet<>(tags)) {
            list.add(NixBuilder.text(tag), machine.tags().getOrDefault(tag, machine.offset()));
        }
        NixBuilder.Attrs host = nix.attrs().put("tags", list.build(), machine.offset());
        NixBuilder.Sequence included = includes.get(machine.name());
        if (included != null) {
            host.put("includes", included.build(), machine.offset());
        }
        machine.fields().fields().forEach((name, field) -> {
            if (DATA.contains(name) && !(field.value() instanceof Nothing)) {
                host.put(name, nix.of(field.value()), field.offset());
            }
        });
        return host.build();
    }

    /** An aspect for each role in use, so that it exists even if nothing is known of its module. */
    private Value aspects() {
        NixBuilder.Attrs roles = nix.attrs();
        aspects.forEach((path, offset) -> roles.put(path, nix.attrs().build(), offset));
        return roles.build();
    }
}
