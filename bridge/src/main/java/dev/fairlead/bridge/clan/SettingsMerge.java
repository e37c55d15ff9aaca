package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The settings of a role on one machine. Clan gives all definitions to the module system: of those of the highest
 * priority ({@code lib.mkForce} survives as {@code { "_type": "override" }}), objects merge by key and lists concatenate
 * in order; two different scalars are an error there, and here the first.
 */
final class SettingsMerge {
    private static final long USUAL_PRIORITY = 100;

    private record Definition(LocatedJson value, long priority) {}

    private SettingsMerge() {}

    /** One value of several definitions, of which there is at least one. */
    static LocatedJson of(List<LocatedJson> definitions) {
        List<Definition> all =
                definitions.stream().map(SettingsMerge::definition).toList();
        long highest = all.stream().mapToLong(Definition::priority).min().orElse(USUAL_PRIORITY);
        List<LocatedJson> effective = all.stream()
                .filter(definition -> definition.priority() == highest)
                .map(Definition::value)
                .toList();
        LocatedJson first = effective.getFirst();
        return switch (first) {
            case Fields _ -> merge(only(Fields.class, effective));
            case Items _ -> concatenate(only(Items.class, effective));
            default -> first;
        };
    }

    private static Definition definition(LocatedJson value) {
        boolean overrides = value instanceof Fields fields
                && fields.get("_type") instanceof Text type
                && type.value().equals("override");
        if (overrides && value instanceof Fields fields) {
            LocatedJson content = fields.get("content");
            if (content != null && fields.get("priority") instanceof Whole priority) {
                return new Definition(content, priority.value());
            }
        }
        return new Definition(value, USUAL_PRIORITY);
    }

    private static Fields merge(List<Fields> sets) {
        var names = new LinkedHashSet<String>();
        sets.forEach(set -> names.addAll(set.fields().keySet()));
        var merged = new LinkedHashMap<String, Field>();
        for (String name : names) {
            List<Field> fields = sets.stream()
                    .filter(set -> set.fields().containsKey(name))
                    .map(set -> set.fields().get(name))
                    .toList();
            LocatedJson value = of(fields.stream().map(Field::value).toList());
            merged.put(name, new Field(value, fields.getFirst().offset()));
        }
        return new Fields(merged, sets.getFirst().offset());
    }

    private static Items concatenate(List<Items> lists) {
        var items = new ArrayList<LocatedJson>();
        lists.forEach(list -> items.addAll(list.items()));
        return new Items(items, lists.getFirst().offset());
    }

    private static <T extends LocatedJson> List<T> only(Class<T> kind, List<LocatedJson> values) {
        return values.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
