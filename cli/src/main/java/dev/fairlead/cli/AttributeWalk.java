package dev.fairlead.cli;

import dev.fairlead.cli.args.UsageException;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Suggestions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from a value to one inside it, as {@code nix-instantiate -A} goes it: names between dots, in double quotes if
 * they hold dots themselves, and indexes of lists. Functions that are met on the way are called.
 */
public final class AttributeWalk {
    private final String path;
    private final List<String> names;

    /**
     * The way along a path such as {@code a."b.c".0}; null or the empty text is the value itself.
     *
     * @throws UsageException if a quote is not closed
     */
    public AttributeWalk(@Nullable String path) {
        this.path = Bytes.encode(path == null ? "" : path);
        this.names = names(this.path);
    }

    /** The names, byte strings. */
    List<String> names() {
        return names;
    }

    /** The names as text. */
    List<String> text() {
        return names.stream().map(Bytes::decode).toList();
    }

    /**
     * The value at the end; a function there is left as it is.
     *
     * @throws EvalException if there is nothing, or the evaluation fails
     */
    public Value from(Value start, AutoCall functions) {
        Value value = start;
        for (String name : names) {
            value = step(functions.result(value), name).force();
        }
        return value;
    }

    private Value step(Value value, String name) {
        if (name.isEmpty()) {
            throw missing("empty attribute name in selection path '" + path + "'");
        }
        int index = index(name);
        if (value instanceof ListValue list && index >= 0) {
            if (index >= list.size()) {
                throw missing("list index " + name + " in selection path '" + path + "' is out of range");
            }
            return list.get(index);
        }
        if (!(value instanceof AttrsValue set)) {
            throw EvalException.type("the expression selected by the selection path '" + path + "' should be a "
                    + (index >= 0 ? "list" : "set") + " but is " + value.type().description());
        }
        Value attribute = set.get(name);
        if (attribute == null) {
            List<String> known =
                    Stream.of(set.shape().names()).map(Symbol::name).toList();
            throw missing("attribute '" + name + "' in selection path '" + path + "' not found")
                    .suggesting(Suggestions.of(name, known));
        }
        return attribute;
    }

    private static EvalException missing(String message) {
        return new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, message);
    }

    /** What a name says as an index, or −1. */
    private static int index(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException large) {
            return Integer.MAX_VALUE;
        }
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        if (quoted) {
            throw new UsageException("there is no closing quote in the path " + Bytes.decode(path));
        }
        if (!name.isEmpty()) {
            names.add(name.toString());
        }
        return List.copyOf(names);
    }
}
