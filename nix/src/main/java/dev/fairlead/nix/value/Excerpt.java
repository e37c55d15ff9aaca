package dev.fairlead.nix.value;

import dev.fairlead.nix.syntax.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A value as it is quoted in a message: at most ten levels, ten attributes and ten items in all, and strings of at
 * most a kilobyte; what is not computed yet stays so.
 */
public final class Excerpt {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_ATTRS = 10;
    private static final int MAX_ITEMS = 10;
    private static final int MAX_BYTES = 1024;
    /** What says most about a set comes first, in case not all of it is quoted. */
    private static final Comparator<Symbol> TELLING_FIRST = Comparator.comparing(
                    (Symbol name) -> !name.name().equals("type") && !name.name().equals("_type"))
            .thenComparing(Comparator.naturalOrder());

    private final StringBuilder out = new StringBuilder();
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int attrs;
    private int items;

    private final boolean limited;

    private Excerpt(boolean limited) {
        this.limited = limited;
    }

    /** The excerpt of a value, a byte string. Forces nothing. */
    public static String of(Value value) {
        return new Excerpt(true).top(value);
    }

    /** All of a value that is computed, written the same way. Forces nothing. */
    public static String whole(Value value) {
        return new Excerpt(false).top(value);
    }

    private String top(Value value) {
        print(value, 0);
        return out.toString();
    }

    private void print(Value cell, int depth) {
        if (!cell.isForced()) {
            out.append(Bytes.encode("«thunk»"));
            return;
        }
        switch (cell.force()) {
            case IntValue number -> out.append(number.value());
            case FloatValue number -> out.append(FloatFormat.general(number.value()));
            case BoolValue bool -> out.append(bool.value());
            case StringValue text -> printString(text.text());
            case PathValue path -> out.append(path.path());
            case AttrsValue set -> printAttrs(set, depth);
            case ListValue list -> printList(cell, list, depth);
            case FunctionValue function -> printFunction(function);
            default -> out.append("null");
        }
    }

    private void printString(String text) {
        int length = limited ? Math.min(text.length(), MAX_BYTES) : text.length();
        out.append('"');
        Literals.appendEscaped(out, text, length);
        out.append('"');
        if (length < text.length()) {
            out.append(' ');
            printElided(text.length() - length, "byte");
        }
    }

    private void printAttrs(AttrsValue set, int depth) {
        if (!seen.add(set)) {
            out.append(Bytes.encode("«repeated»"));
            return;
        }
        if (limited && depth >= MAX_DEPTH) {
            out.append("{ ... }");
            return;
        }
        List<Symbol> names = new ArrayList<>(List.of(set.shape().names()));
        if (limited) {
            names.sort(TELLING_FIRST);
        }
        out.append('{');
        int printed = 0;
        for (Symbol name : names) {
            out.append(' ');
            if (limited && attrs >= MAX_ATTRS) {
                printElided(names.size() - printed, "attribute");
                break;
            }
            Literals.appendName(out, name.name());
            out.append(" = ");
            print(set.value(set.shape().indexOf(name)), depth + 1);
            out.append(';');
            attrs++;
            printed++;
        }
        out.append(" }");
    }

    private void printList(Value cell, ListValue list, int depth) {
        if (list.size() > 0 && !seen.add(cell)) {
            out.append(Bytes.encode("«repeated»"));
            return;
        }
        if (limited && depth >= MAX_DEPTH) {
            out.append("[ ... ]");
            return;
        }
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(' ');
            if (limited && items >= MAX_ITEMS) {
                printElided(list.size() - i, "item");
                break;
            }
            print(list.get(i), depth + 1);
            items++;
        }
        out.append(" ]");
    }

    private void printFunction(FunctionValue function) {
        String name = function.name();
        String place = function.place();
        out.append(Bytes.encode("«"));
        switch (function.origin()) {
            case LAMBDA ->
                out.append("lambda").append(name == null ? "" : " " + name).append(place == null ? "" : " @ " + place);
            case BUILTIN -> out.append("primop ").append(name);
            case PARTIAL_BUILTIN -> out.append("partially applied primop ").append(name);
        }
        out.append(Bytes.encode("»"));
    }

    private void printElided(int count, String what) {
        out.append(Bytes.encode("«")).append(count).append(' ').append(what);
        out.append(count == 1 ? "" : "s").append(Bytes.encode(" elided»"));
    }
}
