package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** The names after a dot or a {@code ?}, some of them computed, and where each was found last. */
final class AttrPath {
    private final @Nullable Symbol[] names;
    private final @Nullable Node[] computed;
    private final String[] texts;
    private final int[] hints;

    /**
     * @param names null where the name is computed
     * @param computed null where the name is known
     * @param texts each name as messages say it
     */
    AttrPath(@Nullable Symbol[] names, @Nullable Node[] computed, String[] texts) {
        this.names = names;
        this.computed = computed;
        this.texts = texts;
        this.hints = new int[names.length];
    }

    int length() {
        return names.length;
    }

    /** The name at an index of the path. */
    Symbol name(int index, Value[] frame) {
        Symbol known = names[index];
        if (known != null) {
            return known;
        }
        Node node = computed[index];
        if (node == null) {
            throw new IllegalStateException("a name is neither known nor computed");
        }
        return computedName(node, frame);
    }

    /** The name that an expression computes; it must be a string without context. */
    static Symbol computedName(Node node, Value[] frame) {
        try {
            return Expect.name(node.value(frame), "while evaluating an attribute name");
        } catch (EvalException e) {
            throw e.at(node.position);
        }
    }

    /** The index of {@code name}, the name at {@code index} of this path, in a shape; or −1. */
    int find(int index, Symbol name, Shape shape) {
        int found = hints[index];
        if (found < shape.size() && shape.name(found) == name) {
            return found;
        }
        found = shape.indexOf(name);
        if (found >= 0) {
            hints[index] = found;
        }
        return found;
    }

    /** The path up to before {@code end} as messages say it. */
    String text(int end) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < end; i++) {
            if (i > 0) {
                out.append('.');
            }
            out.append(texts[i]);
        }
        return out.toString();
    }
}
