package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How an aspect knows its path: a set has it as a hidden attribute, which {@code //} keeps; a function is a
 * {@link MergedFunction}.
 */
public final class AspectPath {
    /** The hidden attribute. */
    public static final Symbol ATTRIBUTE = Symbol.of("__aspect");

    /** Sets of one shape stay of one shape, which makes selecting from them fast. */
    private final IdentityHashMap<Shape, Shape> marked = new IdentityHashMap<>();

    AspectPath() {}

    /** The path of an aspect ({@code disk.impermanence}), or null if the value is not one; forces the value. */
    public static @Nullable String of(Value cell) {
        return switch (cell.force()) {
            case MergedFunction function -> function.aspect();
            case AttrsValue attrs -> {
                Value path = attrs.get(ATTRIBUTE);
                yield path != null && path.force() instanceof StringValue text ? Bytes.decode(text.text()) : null;
            }
            default -> null;
        };
    }

    /** {@code attrs // { __aspect = path; }}. */
    AttrsValue mark(AttrsValue attrs, String path) {
        Shape shape = attrs.shape();
        Shape extended = marked.computeIfAbsent(shape, AspectPath::extend);
        int at = extended.indexOf(ATTRIBUTE);
        boolean replaces = extended == shape;
        Value[] values = replaces ? attrs.values().clone() : insert(attrs.values(), at);
        values[at] = new StringValue(Bytes.encode(path));
        int[] positions = attrs.positions();
        if (positions != null && !replaces) {
            int[] before = positions;
            positions = new int[before.length + 1];
            System.arraycopy(before, 0, positions, 0, at);
            System.arraycopy(before, at, positions, at + 1, before.length - at);
        }
        return new AttrsValue(extended, values, positions);
    }

    private static Shape extend(Shape shape) {
        Symbol[] names = shape.names();
        int at = Arrays.binarySearch(names, ATTRIBUTE);
        if (at >= 0) {
            return shape;
        }
        int insertion = -at - 1;
        Symbol[] extended = new Symbol[names.length + 1];
        System.arraycopy(names, 0, extended, 0, insertion);
        extended[insertion] = ATTRIBUTE;
        System.arraycopy(names, insertion, extended, insertion + 1, names.length - insertion);
        return Shape.ofSorted(extended);
    }

    private static Value[] insert(Value[] values, int at) {
        Value[] extended = new Value[values.length + 1];
        System.arraycopy(values, 0, extended, 0, at);
        System.arraycopy(values, at, extended, at + 1, values.length - at);
        return extended;
    }
}
