package dev.fairlead.fleet.setting;

import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of several layers one after the other, most specific first: lists, or text.
 *
 * @param value the whole
 * @param parts the items of a list with where each comes from, repeats that were left out among them
 */
record Concatenation(Value value, List<Part> parts) {
    /**
     * An item of a layer's list.
     *
     * @param index of the item in the whole; for one that was left out, of the item that it repeats
     */
    record Part(int index, String layer, int position, boolean effective) {}

    /** @param all held to their type; at least one */
    static Concatenation of(List<Contribution> all, boolean unique, FieldCascade field) {
        if (all.getFirst().value() instanceof StringValue) {
            return new Concatenation(text(all, field), List.of());
        }
        var items = new ArrayList<Value>();
        var positions = new ArrayList<Integer>();
        var parts = new ArrayList<Part>();
        var seen = new Seen();
        for (Contribution each : all) {
            if (!(each.value() instanceof ListValue list)) {
                throw field.breach(
                        new Mismatch(
                                "",
                                "it merges by appending, which wants a list or text",
                                each.value(),
                                each.position()),
                        each.layer());
            }
            for (int i = 0; i < list.size(); i++) {
                int position = list.position(i) == 0 ? each.position() : list.position(i);
                int first = unique ? seen.firstOf(list.get(i), items) : -1;
                parts.add(new Part(first < 0 ? items.size() : first, each.layer(), position, first < 0));
                if (first < 0) {
                    items.add(list.get(i));
                    positions.add(position);
                }
            }
        }
        Value whole = new ListValue(
                items.toArray(Value[]::new),
                positions.stream().mapToInt(Integer::intValue).toArray());
        return new Concatenation(whole, parts);
    }

    private static Value text(List<Contribution> all, FieldCascade field) {
        for (Contribution each : all) {
            if (!(each.value() instanceof StringValue)) {
                throw field.breach(
                        new Mismatch("", "other layers give it a string", each.value(), each.position()), each.layer());
            }
        }
        OptionType type = field.field().type();
        List<Value> values = all.stream().map(Contribution::value).toList();
        if (type != null && type.isSeparatedString()) {
            return field.types().merged(type, values, "").force();
        }
        var text = new StringBuilder();
        values.forEach(value -> text.append(((StringValue) value).text()));
        return new StringValue(text.toString());
    }

    /** The items so far: text is looked up, other values are compared with each. */
    private static final class Seen {
        private final Map<String, Integer> texts = new HashMap<>();

        /** The index of an equal item, or −1; then the item will be the next. */
        int firstOf(Value item, List<Value> items) {
            if (item.force() instanceof StringValue text) {
                Integer known = texts.putIfAbsent(text.text(), items.size());
                return known == null ? -1 : known;
            }
            for (int i = 0; i < items.size(); i++) {
                if (Equality.equalCells(items.get(i), item)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
