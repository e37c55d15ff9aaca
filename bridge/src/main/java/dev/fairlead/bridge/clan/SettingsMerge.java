package dev.fairlead.bridge.clan;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * One layer of settings over another. Clan gives both to the module system, so objects merge by key and lists
 * concatenate, the upper layer first; two different scalars are an error there, and here the upper one.
 */
final class SettingsMerge {
    private SettingsMerge() {}

    static LocatedJson over(LocatedJson upper, LocatedJson lower) {
        if (upper instanceof Fields above && lower instanceof Fields below) {
            var merged = new LinkedHashMap<>(below.fields());
            above.fields()
                    .forEach((name, field) -> merged.merge(
                            name, field, (old, young) -> new Field(over(young.value(), old.value()), young.offset())));
            return new Fields(merged, above.offset());
        }
        if (upper instanceof Items above && lower instanceof Items below) {
            var items = new ArrayList<>(above.items());
            items.addAll(below.items());
            return new Items(items, above.offset());
        }
        return upper;
    }
}
