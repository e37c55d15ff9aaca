package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Literals;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds all places where a value is not what was expected, going down both at once, sets by the order of their names.
 * Both values are forced with everything in them. Costs one comparison of each pair of parts.
 */
final class Differences {
    private final List<ValueDifference> found = new ArrayList<>();

    /** Parts of what was found that are being looked at: a value may contain itself. */
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private Differences() {}

    /** The differences of two values; none if they are equal in the sense of the language. */
    static List<ValueDifference> between(Value found, Value expected) {
        Differences differences = new Differences();
        differences.compare("", found.force(), expected.force());
        return differences.found;
    }

    @SuppressWarnings("ReferenceEquality") // the identity of cells, as in Equality
    private void compareCells(String path, Value a, Value b) {
        if (a != b) {
            compare(path, a.force(), b.force());
        }
    }

    private void compare(String path, Value a, Value b) {
        switch (a) {
            case AttrsValue x
            when b instanceof AttrsValue y && !areDerivations(x, y) -> {
                if (open.add(x)) {
                    compareSets(path, x, y);
                    open.remove(x);
                }
            }
            case ListValue x
            when b instanceof ListValue y -> {
                if (open.add(x)) {
                    compareLists(path, x, y);
                    open.remove(x);
                }
            }
            case StringValue x
            when b instanceof StringValue y -> {
                if (!x.text().equals(y.text())) {
                    found.add(TextDifference.between(path, x.text(), y.text()));
                }
            }
            case FunctionValue _
            when b instanceof FunctionValue ->
                found.add(new ValueDifference(path, "a function", "a function, and functions are never equal"));
            default -> {
                if (!Equality.equal(a, b)) {
                    add(path, a, b);
                }
            }
        }
    }

    /** Derivations are equal if their outputs are, whatever else they hold. */
    private static boolean areDerivations(AttrsValue a, AttrsValue b) {
        return Equality.isDerivation(a) && Equality.isDerivation(b);
    }

    private void compareSets(String path, AttrsValue a, AttrsValue b) {
        Set<Symbol> names = new TreeSet<>(List.of(a.shape().names()));
        names.addAll(List.of(b.shape().names()));
        for (Symbol name : names) {
            StringBuilder below = new StringBuilder(path.isEmpty() ? "" : path + ".");
            Literals.appendName(below, name.name());
            comparePart(below.toString(), a.get(name), b.get(name));
        }
    }

    private void compareLists(String path, ListValue a, ListValue b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            String below = (path.isEmpty() ? "" : path + ".") + i;
            comparePart(below, i < a.size() ? a.get(i) : null, i < b.size() ? b.get(i) : null);
        }
    }

    private void comparePart(String path, @Nullable Value a, @Nullable Value b) {
        if (a == null || b == null) {
            add(path, a, b);
        } else {
            compareCells(path, a, b);
        }
    }

    private void add(String path, @Nullable Value a, @Nullable Value b) {
        found.add(new ValueDifference(
                Bytes.decode(path),
                a == null ? null : Bytes.decode(Excerpt.of(a)),
                b == null ? null : Bytes.decode(Excerpt.of(b))));
    }
}
