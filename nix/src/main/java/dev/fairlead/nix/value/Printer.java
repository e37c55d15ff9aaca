package dev.fairlead.nix.value;

import dev.fairlead.nix.syntax.Bytes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Prints values as {@code nix-instantiate --eval} does: what is not computed is {@code <CODE>}, functions are named by
 * their kind only, and a list or set that was printed before is {@code «repeated»}.
 */
public final class Printer {
    private final boolean force;
    private final StringBuilder out = new StringBuilder();
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Printer(boolean force) {
        this.force = force;
    }

    /** A value as far as it is computed, a byte string; the value itself is forced. */
    public static String print(Value value) {
        return new Printer(false).top(value);
    }

    /**
     * A value with everything in it, a byte string.
     *
     * @throws EvalException if the evaluation of any part fails
     */
    public static String printStrict(Value value) {
        Strictness.forceDeep(value);
        return new Printer(true).top(value);
    }

    private String top(Value value) {
        // Not a cell: a list that contains itself is printed once more inside.
        printCell(value.force());
        return out.toString();
    }

    private void printCell(Value cell) {
        if (!force && !cell.isForced()) {
            out.append("<CODE>");
            return;
        }
        CallDepth.enter();
        try {
            printForced(cell);
        } finally {
            CallDepth.leave();
        }
    }

    private void printForced(Value cell) {
        Value forced = cell.force();
        if (forced instanceof AttrsValue set) {
            printAttrs(set);
        } else if (forced instanceof ListValue list) {
            printList(cell, list);
        } else {
            printScalar(forced);
        }
    }

    @SuppressWarnings("IfChainToSwitch") // the JVM would make a class for it each time it starts
    private void printScalar(Value forced) {
        if (forced instanceof StringValue text) {
            Literals.appendString(out, text.text());
        } else if (forced instanceof IntValue number) {
            out.append(number.value());
        } else if (forced instanceof BoolValue bool) {
            out.append(bool.value());
        } else if (forced instanceof FloatValue number) {
            out.append(FloatFormat.general(number.value()));
        } else if (forced instanceof PathValue path) {
            out.append(path.path());
        } else if (forced instanceof FunctionValue function) {
            out.append(
                    switch (function.origin()) {
                        case LAMBDA -> "<LAMBDA>";
                        case BUILTIN -> "<PRIMOP>";
                        case PARTIAL_BUILTIN -> "<PRIMOP-APP>";
                    });
        } else {
            out.append("null");
        }
    }

    private void printAttrs(AttrsValue set) {
        if (set.size() > 0 && !seen.add(set)) {
            out.append(Bytes.encode("«repeated»"));
            return;
        }
        out.append("{ ");
        for (int i = 0; i < set.size(); i++) {
            Literals.appendName(out, set.name(i).name());
            out.append(" = ");
            printCell(set.value(i));
            out.append("; ");
        }
        out.append('}');
    }

    private void printList(Value cell, ListValue list) {
        if (list.size() > 0 && !seen.add(cell)) {
            out.append(Bytes.encode("«repeated»"));
            return;
        }
        out.append("[ ");
        for (Value item : list.items()) {
            printCell(item);
            out.append(' ');
        }
        out.append(']');
    }
}
