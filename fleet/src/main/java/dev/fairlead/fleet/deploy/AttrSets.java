package dev.fairlead.fleet.deploy;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** Attribute sets built in Java, from names that are text. */
final class AttrSets {
    private AttrSets() {}

    /** The set with these attributes. */
    static AttrsValue of(Map<String, Value> attributes) {
        return extend(AttrsValue.EMPTY, attributes);
    }

    /** {@code set // attributes}: the positions of what {@code set} defines are kept. */
    static AttrsValue extend(AttrsValue set, Map<String, Value> attributes) {
        var names = new TreeMap<Symbol, Value>();
        attributes.forEach((name, value) -> names.put(Symbol.of(Bytes.encode(name)), value));
        for (int i = 0; i < set.size(); i++) {
            names.putIfAbsent(set.name(i), set.value(i));
        }
        Symbol[] symbols = names.keySet().toArray(Symbol[]::new);
        int[] positions = new int[symbols.length];
        for (int i = 0; i < symbols.length; i++) {
            positions[i] = set.position(symbols[i]);
        }
        return new AttrsValue(Shape.ofSorted(symbols), names.values().toArray(Value[]::new), positions);
    }
}
