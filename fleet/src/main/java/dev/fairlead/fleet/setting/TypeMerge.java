package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Literals;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of types that make them themselves, as submodules do, with {@code lib.mergeDefinitions}. What the library
 * throws about a definition is a breach of contract like any other.
 */
final class TypeMerge {
    private static final Pattern WRONG =
            Pattern.compile("A definition for option [`']([^']*)' is not of type [`'](.*?)'\\. .*", Pattern.DOTALL);
    private static final Pattern UNKNOWN =
            Pattern.compile("The option [`']([^']*)' does not exist\\..*", Pattern.DOTALL);
    private static final Pattern MISSING =
            Pattern.compile("The option [`']([^']*)' was accessed but has no value defined\\..*", Pattern.DOTALL);

    private final Value lib;
    private final List<String> location;

    /**
     * @param lib the {@code lib} of the fleet
     * @param location the path of the field, for messages of the library
     */
    TypeMerge(Value lib, List<String> location) {
        this.lib = lib;
        this.location = List.copyOf(location);
    }

    /** One definition as the type has it. */
    Value value(OptionType type, Value value, int position, String part, Contract.Breach breach) {
        return guarded(merged(type, List.of(value), part), value, position, part, breach);
    }

    /** Several definitions as the type merges them. */
    Value merged(OptionType type, List<Value> values, String part) {
        Value function = lib.force() instanceof AttrsValue set ? set.get("mergeDefinitions") : null;
        if (function == null) {
            throw EvalException.type("lib has no function mergeDefinitions, which types of settings need");
        }
        var definitions = new ArrayList<Value>();
        for (Value value : values) {
            definitions.add(new AttrsBuilder(2)
                    .add(Symbol.of("file"), new StringValue("the fleet"))
                    .add(Symbol.of("value"), value)
                    .build());
        }
        List<Value> names = names(part).stream()
                .<Value>map(name -> new StringValue(Bytes.encode(name)))
                .toList();
        Value result = Functions.call(function, list(names), type.attrs(), list(definitions));
        Value value = result.force() instanceof AttrsValue set ? set.get("mergedValue") : null;
        if (value == null) {
            throw EvalException.type("lib.mergeDefinitions gives no mergedValue");
        }
        return value;
    }

    /** The path of a part of the field, as the library is told: the part is one name. */
    private List<String> names(String part) {
        var names = new ArrayList<>(location);
        if (!part.isEmpty()) {
            names.add(part.startsWith(".") ? part.substring(1) : part);
        }
        return names;
    }

    private static ListValue list(List<Value> items) {
        return new ListValue(items.toArray(Value[]::new));
    }

    private Value guarded(Value cell, Value written, int position, String part, Contract.Breach breach) {
        Value value;
        try {
            value = cell.force();
        } catch (FindingException known) {
            throw known;
        } catch (EvalException failure) {
            throw translated(failure, written, position, part, breach);
        }
        return switch (value) {
            case AttrsValue set
            when !Equality.isDerivation(set) && OptionType.tag(set) == null -> {
                Value[] values = set.values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = later(values[i], written, position, part, breach);
                }
                yield new AttrsValue(set.shape(), values, set.positions());
            }
            case ListValue list -> {
                Value[] items = list.items().clone();
                for (int i = 0; i < items.length; i++) {
                    items[i] = later(items[i], written, position, part, breach);
                }
                yield new ListValue(items);
            }
            default -> value;
        };
    }

    private Value later(Value cell, Value written, int position, String part, Contract.Breach breach) {
        return new Promise() {
            @Override
            protected Value compute() {
                return guarded(cell, written, position, part, breach);
            }
        };
    }

    /** What the library says in its words about an option, in ours; other failures are not about the type. */
    private EvalException translated(
            EvalException failure, Value written, int position, String part, Contract.Breach breach) {
        if (failure.kind() != EvalException.Kind.THROWN) {
            return failure;
        }
        String text = Bytes.decode(failure.reason()).strip();
        Matcher wrong = WRONG.matcher(text);
        if (wrong.matches()) {
            return breach.of(mismatch(wrong.group(1), "its type is " + wrong.group(2), written, position, part));
        }
        Matcher unknown = UNKNOWN.matcher(text);
        if (unknown.matches()) {
            return breach.of(mismatch(unknown.group(1), "its type has no such option", written, position, part));
        }
        Matcher missing = MISSING.matcher(text);
        if (missing.matches()) {
            String option = missing.group(1);
            int last = option.lastIndexOf('.');
            String wanted = "its type wants a value for " + option.substring(last + 1);
            return breach.of(mismatch(option.substring(0, Math.max(last, 0)), wanted, written, position, part));
        }
        return failure;
    }

    /** @param option the full path of the option as the library writes it */
    private Mismatch mismatch(String option, String expected, Value written, int position, String part) {
        String start = written(names(part));
        String below = option.startsWith(start) ? option.substring(start.length()) : "";
        var found = new PartOf(written, position);
        for (String name : below.isEmpty() ? new String[0] : below.substring(1).split("\\.", -1)) {
            found = found.attribute(name);
        }
        return new Mismatch(part + below, expected, found.value(), found.position());
    }

    /** A path as the library writes it. */
    private static String written(List<String> names) {
        var path = new StringBuilder();
        for (String name : names) {
            Literals.appendName(path.append(path.isEmpty() ? "" : "."), Bytes.encode(name));
        }
        return Bytes.decode(path.toString());
    }

    /** The nearest that can be found of what a path leads to. */
    private record PartOf(Value value, int position) {
        PartOf attribute(String name) {
            Value inner = value instanceof AttrsValue set ? set.get(Bytes.encode(name)) : null;
            if (inner == null || !(value instanceof AttrsValue set)) {
                return this;
            }
            @Nullable Symbol symbol = Symbol.known(Bytes.encode(name));
            int at = symbol == null ? 0 : set.position(symbol);
            return new PartOf(inner.force(), at == 0 ? position : at);
        }
    }
}
