package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.clan.Inventory.Assignment;
import dev.fairlead.bridge.clan.Inventory.Instance;
import dev.fairlead.bridge.clan.Inventory.Machine;
import dev.fairlead.bridge.clan.Inventory.Role;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an inventory as declarations of a fleet. A machine is a host; a machine's role in an instance is an include of
 * the aspect {@code <module>.<role>} as the instance of that name; tags stay tags.
 */
final class ClanFleet {
    /** Fields of a machine that are its structure or Clan's own business, not its data. */
    private static final Set<String> STRUCTURE = Set.of("name", "tags", "machineClass");

    private final Inventory inventory;
    private final NixBuilder nix;
    private final Source source;
    private final Places places;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, NixBuilder.Sequence> includes = new HashMap<>();
    private final TreeMap<String, TreeMap<String, Integer>> roles = new TreeMap<>();

    ClanFleet(Inventory inventory, Source source, Places places) {
        this.inventory = inventory;
        this.source = source;
        this.places = places;
        this.nix = new NixBuilder(source);
    }

    /** The contribution {@code { den = ...; }}. */
    Value declarations() {
        for (Instance instance : inventory.instances()) {
            for (Role role : instance.roles()) {
                deploy(instance, role);
            }
        }
        NixBuilder.Attrs fleet = nix.attrs();
        if (inventory.name() != null) {
            fleet.put("name", NixBuilder.text(inventory.name()), 0);
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

    /** What is wrong with the inventory itself. */
    List<Finding> findings() {
        return findings;
    }

    private void deploy(Instance instance, Role role) {
        String module = moduleName(instance.module());
        roles.computeIfAbsent(module, key -> new TreeMap<>()).putIfAbsent(role.name(), instance.offset());
        String path = module + "." + role.name();
        Membership.of(role, inventory)
                .values()
                .forEach(member -> includes.computeIfAbsent(member.machine(), key -> nix.list())
                        .add(include(path, instance, role, member), member.offset()));
        role.machines().forEach((machine, assignment) -> {
            if (!inventory.machines().containsKey(machine)) {
                findings.add(ghost(machine, assignment, instance, role));
            }
        });
        role.tags().forEach((tag, assignment) -> {
            if (!inventory.knownTags().contains(tag)) {
                findings.add(unknownTag(tag, assignment, instance, role));
            }
        });
    }

    private Value include(String path, Instance instance, Role role, Membership member) {
        return nix.attrs()
                .put("aspect", NixBuilder.text(path), member.offset())
                .put("instance", NixBuilder.text(instance.name()), instance.offset())
                .put("settings", settings(role, member), member.offset())
                .build();
    }

    /** The settings of the role, then of the machine's tags, then of the machine, each overriding at its leaves. */
    private Value settings(Role role, Membership member) {
        var layers = new ArrayList<>(member.settings().reversed());
        if (role.settings() != null) {
            layers.addFirst(role.settings());
        }
        LocatedJson merged = new LocatedJson.Fields(Map.of(), member.offset());
        for (LocatedJson layer : layers) {
            merged = SettingsMerge.over(layer, merged);
        }
        return nix.of(merged);
    }

    private Value hosts() {
        var byClass = new TreeMap<String, NixBuilder.Attrs>();
        for (Machine machine : inventory.machines().values()) {
            byClass.computeIfAbsent(machine.machineClass(), key -> nix.attrs())
                    .put(machine.name(), host(machine), machine.offset());
        }
        NixBuilder.Attrs hosts = nix.attrs();
        byClass.forEach((machineClass, attrs) -> hosts.put(machineClass, attrs.build(), 0));
        return hosts.build();
    }

    private Value host(Machine machine) {
        NixBuilder.Sequence tags = nix.list();
        for (String tag : inventory.knownTags()) {
            if (inventory.tagged(tag).contains(machine.name())) {
                tags.add(NixBuilder.text(tag), machine.own().getOrDefault(tag, machine.offset()));
            }
        }
        NixBuilder.Attrs host = nix.attrs().put("tags", tags.build(), machine.offset());
        NixBuilder.Sequence included = includes.get(machine.name());
        if (included != null) {
            host.put("includes", included.build(), machine.offset());
        }
        machine.fields().fields().forEach((name, field) -> {
            if (!STRUCTURE.contains(name) && !(field.value() instanceof Nothing)) {
                host.put(name, nix.of(field.value()), field.offset());
            }
        });
        return host.build();
    }

    /** An aspect for each role in use, so that it exists even if nothing is known of its module. */
    private Value aspects() {
        NixBuilder.Attrs aspects = nix.attrs();
        roles.forEach((module, used) -> {
            NixBuilder.Attrs byRole = nix.attrs();
            used.forEach((role, offset) -> byRole.put(
                    role,
                    nix.attrs()
                            .put(
                                    "meta",
                                    nix.attrs()
                                            .put("module", NixBuilder.text(module), offset)
                                            .build(),
                                    offset)
                            .build(),
                    offset));
            aspects.put(module, byRole.build(), used.firstEntry().getValue());
        });
        return aspects.build();
    }

    /** {@code @clan/borgbackup} and {@code clan-core/borgbackup} are Clan's own borgbackup. */
    static String moduleName(String module) {
        for (String prefix : List.of("@clan/", "clan-core/")) {
            if (module.startsWith(prefix)) {
                return module.substring(prefix.length());
            }
        }
        return module.replace("@", "").replace('/', '-');
    }

    private Finding ghost(String machine, Assignment assignment, Instance instance, Role role) {
        return finding(
                FindingId.GHOST_MACHINE,
                "Instance \"" + instance.name() + "\" gives the role \"" + role.name() + "\" to the machine \""
                        + machine + "\", which the inventory does not have.",
                assignment,
                nearest(machine, inventory.machines().keySet(), "add it under \"machines\""));
    }

    private Finding unknownTag(String tag, Assignment assignment, Instance instance, Role role) {
        return finding(
                FindingId.UNKNOWN_TAG,
                "Instance \"" + instance.name() + "\" gives the role \"" + role.name() + "\" to the tag \"" + tag
                        + "\", which no machine has.",
                assignment,
                nearest(tag, inventory.knownTags(), "give a machine the tag"));
    }

    private Finding finding(FindingId id, String message, Assignment assignment, String fix) {
        return Finding.of(id, message)
                .at(places.at(source.position(assignment.offset())))
                .fix(fix)
                .build();
    }

    private static String nearest(String name, Collection<String> known, String otherwise) {
        @Nullable String nearest = Suggestions.nearest(name, new TreeSet<>(known));
        return nearest == null ? otherwise : "did you mean \"" + nearest + "\"?";
    }
}
