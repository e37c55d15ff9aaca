package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code "a${b}c"}, and {@code ./a${b}c}. */
final class Interpolation extends Node {
    static final String SEGMENT = "while evaluating a path segment";
    static final String OPERAND = "in an operand of '+'";

    private final Node[] parts;
    private final int[] places;
    private final boolean path;

    /** How long the last result was: a good guess of the next. */
    private int expectedLength = 16;

    /**
     * @param places where each part begins, its <code>${</code> included
     * @param path whether the result is a path; its beginning is the first part
     */
    Interpolation(Node[] parts, int[] places, boolean path, int position) {
        super(position);
        this.parts = parts;
        this.places = places;
        this.path = path;
    }

    @Override
    Value eval(Value[] frame) {
        StringBuilder joined = new StringBuilder(expectedLength);
        StringContext context = null;
        for (int i = 0; i < parts.length; i++) {
            StringValue text = text(parts[i], places[i], frame);
            joined.append(text.text());
            context = StringContext.union(context, text.context());
        }
        expectedLength = Math.max(16, joined.length());
        return path ? path(joined.toString(), context) : new StringValue(joined.toString(), context);
    }

    private Value path(String text, @Nullable StringContext context) {
        if (context != null) {
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    "a string that refers to a store path cannot be appended to a path",
                    position);
        }
        return new PathValue(Paths.canonical(text));
    }

    private StringValue text(Node part, int place, Value[] frame) {
        Value value = operand(part, frame);
        return value instanceof StringValue text
                ? text
                : Coercion.toText(value, path ? Coercion.Mode.PLAIN : Coercion.Mode.INTERPOLATION, place, SEGMENT);
    }

    /** The value of something that is added to a string, or to which something is added. */
    static Value operand(Node node, Value[] frame) {
        try {
            return node.value(frame);
        } catch (EvalException e) {
            throw e.duringOperator(node.position, OPERAND);
        }
    }
}
