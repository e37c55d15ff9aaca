package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wrapping of settings in inventories that Clan serialised: {@code { "imports": [ { "_file": ..., "imports": [ X ] }
 * ] }} is X at the settings of a role, and at those of a machine or a tag of a role. Anywhere else it is a mistake.
 */
final class Wrapping {
    /** The depths at which settings of roles stand, and what leads there. */
    private static final Pattern SETTINGS =
            Pattern.compile("instances\n[^\n]*\nroles\n[^\n]*\n((machines|tags)\n[^\n]*\n)?settings");

    private final InventoryFindings findings;
    private final Deque<String> path = new ArrayDeque<>();

    private Wrapping(InventoryFindings findings) {
        this.findings = findings;
    }

    /** The inventory without wrappings; one at the wrong place is reported. */
    static LocatedJson remove(LocatedJson inventory, InventoryFindings findings) {
        return new Wrapping(findings).remove(inventory);
    }

    private LocatedJson remove(LocatedJson value) {
        LocatedJson content = content(value);
        if (content == null) {
            return within(value);
        }
        if (!isSettings()) {
            findings.malformed(
                    String.join(".", path) + " is wrapped in \"imports\", as only the settings of roles may be.",
                    value.offset());
        }
        return within(content);
    }

    private LocatedJson within(LocatedJson value) {
        return switch (value) {
            case Fields fields -> {
                var unwrapped = new LinkedHashMap<String, Field>();
                fields.fields()
                        .forEach((name, field) ->
                                unwrapped.put(name, new Field(below(name, field.value()), field.offset())));
                yield new Fields(unwrapped, fields.offset());
            }
            case Items items -> {
                var unwrapped = new ArrayList<LocatedJson>();
                for (LocatedJson item : items.items()) {
                    unwrapped.add(below(String.valueOf(unwrapped.size()), item));
                }
                yield new Items(unwrapped, items.offset());
            }
            default -> value;
        };
    }

    private LocatedJson below(String name, LocatedJson value) {
        path.addLast(name);
        LocatedJson unwrapped = remove(value);
        path.removeLast();
        return unwrapped;
    }

    private boolean isSettings() {
        return SETTINGS.matcher(String.join("\n", path)).matches();
    }

    /** What is wrapped, or null if the value is not of that form. */
    private static @Nullable LocatedJson content(LocatedJson value) {
        return value instanceof Fields outer
                        && outer.fields().size() == 1
                        && only(outer.get("imports")) instanceof Fields inner
                        && inner.fields().keySet().equals(Set.of("_file", "imports"))
                ? only(inner.get("imports"))
                : null;
    }

    private static @Nullable LocatedJson only(@Nullable LocatedJson list) {
        return list instanceof Items items && items.items().size() == 1
                ? items.items().getFirst()
                : null;
    }
}
