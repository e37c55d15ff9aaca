package dev.fairlead.cli.why;

import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Resolution.Data;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a setting's value, as a person names it: {@code [1]} or {@code .1} for an item, {@code .tls.cert} for a leaf. */
final class SettingPart {
    private SettingPart() {}

    /** What follows the path of a setting, as {@link Item#path} has it: {@code 1}, {@code tls.cert}, {@code tls.ciphers[0]}. */
    static String normal(String words) {
        String text = words.startsWith(".") ? words.substring(1) : words;
        return text.matches("\\[[0-9]+]") ? text.substring(1, text.length() - 1) : text;
    }

    /** What the setting has at a part, those that are shadowed too; the effective one first. */
    static List<Item> items(Setting setting, String part) {
        return setting.items().stream()
                .filter(item -> item.path().equals(part) || item.path().equals(part.replaceAll("\\.([0-9]+)$", "[$1]")))
                .sorted((a, b) -> Boolean.compare(b.effective(), a.effective()))
                .toList();
    }

    /** The value of a part, or null if the value has no such part. */
    static @Nullable Data value(Data whole, String part) {
        Data at = whole;
        for (String step : part.replaceAll("\\[([0-9]+)]", ".$1").split("\\.", -1)) {
            at = switch (at) {
                case Data.Items items
                when step.matches("[0-9]{1,9}") -> {
                    int index = Integer.parseInt(step);
                    yield index < items.items().size() ? items.items().get(index) : null;
                }
                case Data.Fields fields -> fields.fields().get(unquoted(step));
                case null, default -> null;
            };
        }
        return at;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
