package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.clan.Inventory.Assignment;
import dev.fairlead.bridge.clan.Inventory.Instance;
import dev.fairlead.bridge.clan.Inventory.Machine;
import dev.fairlead.bridge.clan.Inventory.Role;
import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Nothing;
import dev.fairlead.bridge.json.LocatedJson.Real;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an inventory. What has another shape than Clan gives it is reported and left out; what Fairlead does not know is
 * left alone, unless it looks like a misspelling.
 */
final class InventoryReader {
    private static final Set<String> INVENTORY =
            Set.of("meta", "machines", "tags", "instances", "services", "modules", "assertions");
    private static final Set<String> META = Set.of("name", "domain", "description", "icon", "tld");
    private static final Set<String> MACHINE =
            Set.of("name", "description", "icon", "machineClass", "installedAt", "tags", "deploy");
    private static final Set<String> INSTANCE = Set.of("module", "roles");
    private static final Set<String> MODULE = Set.of("input", "name");
    private static final Set<String> ROLE = Set.of("settings", "machines", "tags", "extraModules");
    private static final Set<String> ASSIGNMENT = Set.of("settings");

    private final InventoryFindings findings;

    InventoryReader(InventoryFindings findings) {
        this.findings = findings;
    }

    Inventory read(LocatedJson json) {
        Fields root = known(fields(Wrapping.remove(json, findings), "An inventory"), "", INVENTORY);
        Fields meta = known(fields(root.get("meta"), "meta"), "meta.", META);
        var machines = new LinkedHashMap<String, Machine>();
        fields(root.get("machines"), "machines")
                .fields()
                .forEach((name, field) -> machines.put(name, machine(name, field.value(), field.offset())));
        var tags = new LinkedHashMap<String, Map<String, Integer>>();
        fields(root.get("tags"), "tags")
                .fields()
                .forEach((name, field) -> tags.put(name, texts(field.value(), "tags." + name)));
        var instances = new ArrayList<Instance>();
        fields(root.get("instances"), "instances")
                .fields()
                .forEach((name, field) -> instances.add(instance(name, field.value(), field.offset())));
        return new Inventory(
                text(meta.get("name"), "meta.name"),
                text(meta.get("domain"), "meta.domain"),
                machines,
                tags,
                instances);
    }

    private Machine machine(String name, LocatedJson json, int offset) {
        String path = "machines." + name;
        Fields fields = known(fields(json, path), path + ".", MACHINE);
        Text machineClass = text(fields.get("machineClass"), path + ".machineClass");
        return new Machine(
                name,
                machineClass == null ? "nixos" : machineClass.value(),
                texts(fields.get("tags"), path + ".tags"),
                fields,
                offset);
    }

    private Instance instance(String name, LocatedJson json, int offset) {
        String path = "instances." + name;
        Fields fields = known(fields(json, path), path + ".", INSTANCE);
        Fields module = known(fields(fields.get("module"), path + ".module"), path + ".module.", MODULE);
        Text moduleName = text(module.get("name"), path + ".module.name");
        Text input = text(module.get("input"), path + ".module.input");
        var roles = new ArrayList<Role>();
        fields(fields.get("roles"), path + ".roles")
                .fields()
                .forEach((role, field) -> roles.add(role(role, field.value(), path + ".roles." + role)));
        return new Instance(name, ModuleName.of(moduleName == null ? name : moduleName.value(), input), roles, offset);
    }

    private Role role(String name, LocatedJson json, String path) {
        Fields role = known(fields(json, path), path + ".", ROLE);
        return new Role(
                name,
                settings(role, path),
                assignments(role.get("machines"), path + ".machines"),
                assignments(role.get("tags"), path + ".tags"));
    }

    /** Both forms: {@code { "web1": { "settings": {} } }} and {@code [ "web1" ]}. */
    private Map<String, Assignment> assignments(@Nullable LocatedJson json, String path) {
        var assignments = new LinkedHashMap<String, Assignment>();
        if (json instanceof Items) {
            texts(json, path).forEach((name, offset) -> assignments.put(name, new Assignment(offset, null)));
        } else if (json instanceof Fields fields) {
            fields.fields().forEach((name, field) -> {
                String below = path + "." + name;
                Fields assignment = known(fields(field.value(), below), below + ".", ASSIGNMENT);
                assignments.put(name, new Assignment(field.offset(), settings(assignment, below)));
            });
        } else if (json != null && !(json instanceof Nothing)) {
            wrong(json, path, "an object or a list");
        }
        return assignments;
    }

    private @Nullable Fields settings(Fields around, String path) {
        LocatedJson settings = around.get("settings");
        return settings == null ? null : fields(settings, path + ".settings");
    }

    private Fields fields(@Nullable LocatedJson json, String path) {
        if (json instanceof Fields fields) {
            return fields;
        }
        if (json != null && !(json instanceof Nothing)) {
            wrong(json, path, "an object");
        }
        return new Fields(Map.of(), json == null ? 0 : json.offset());
    }

    private @Nullable Text text(@Nullable LocatedJson json, String path) {
        if (json != null && !(json instanceof Text) && !(json instanceof Nothing)) {
            wrong(json, path, "a string");
        }
        return json instanceof Text text ? text : null;
    }

    /** The texts of a list, each once, with where it stands. */
    private Map<String, Integer> texts(@Nullable LocatedJson json, String path) {
        var texts = new LinkedHashMap<String, Integer>();
        if (json instanceof Items items) {
            for (LocatedJson item : items.items()) {
                Text text = text(item, "An item of " + path);
                if (text != null) {
                    texts.putIfAbsent(text.value(), text.offset());
                }
            }
        } else if (json != null && !(json instanceof Nothing)) {
            wrong(json, path, "a list");
        }
        return texts;
    }

    private void wrong(LocatedJson json, String path, String expected) {
        findings.malformed(path + " must be " + expected + ", not " + kind(json) + ".", json.offset());
    }

    private static String kind(LocatedJson json) {
        return switch (json) {
            case Fields _ -> "an object";
            case Items _ -> "a list";
            case Text _ -> "a string";
            case Whole _, Real _ -> "a number";
            case Truth truth -> String.valueOf(truth.value());
            case Nothing _ -> "null";
        };
    }

    /** The same fields; those that look like misspellings are reported. */
    private Fields known(Fields fields, String prefix, Set<String> names) {
        fields.fields().forEach((name, field) -> {
            if (!names.contains(name)) {
                String nearest = Suggestions.nearest(name, List.copyOf(names));
                if (nearest != null) {
                    findings.unknownAttribute(prefix + name, nearest, field.offset());
                }
            }
        });
        return fields;
    }
}
