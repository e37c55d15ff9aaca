package dev.fairlead.fleet.declare.merge;

import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lib.mkIf}, {@code mkMerge}, {@code mkOverride} and {@code mkOrder} say about a definition: sets tagged with
 * {@code _type}. Resolving them gives the definitions that count.
 */
public final class Properties {
    static final Symbol TYPE = Symbol.of("_type");
    static final Symbol CONTENTS = Symbol.of("contents");
    private static final Symbol CONTENT = Symbol.of("content");
    private static final Symbol CONDITION = Symbol.of("condition");
    private static final Symbol PRIORITY = Symbol.of("priority");
    private static final Symbol VALUE = Symbol.of("value");

    /** Of a definition without {@code mkOverride}; fewer is stronger. */
    private static final long PLAIN_PRIORITY = 100;
    /** Of a definition without {@code mkOrder}; fewer is earlier. */
    private static final long PLAIN_ORDER = 1000;

    private static final Set<String> PROPERTIES = Set.of("if", "merge", "override", "order", "definition");

    private final List<Ranked> found = new ArrayList<>();

    /** A definition without properties and what they said of it. */
    private record Ranked(Definition definition, long priority, long order) {}

    private Properties() {}

    /**
     * The definitions whose conditions hold and whose priority is strongest, in their order; forced, and without
     * properties of their own.
     */
    public static List<Definition> resolve(List<Definition> definitions) {
        if (definitions.size() == 1) {
            Definition only = definitions.getFirst();
            Value value = only.value().force();
            if (!(value instanceof AttrsValue attrs) || tag(attrs) == null) {
                return List.of(new Definition(value, only.position()));
            }
        }
        Properties properties = new Properties();
        for (Definition definition : definitions) {
            properties.collect(definition, PLAIN_PRIORITY, PLAIN_ORDER);
        }
        return properties.strongest();
    }

    /**
     * A list without the items whose {@code mkIf} does not hold, and with what others are a {@code mkIf} or {@code mkMerge}
     * of. Looks at each item; one that fails stays, for its readers to see.
     */
    public static ListValue items(ListValue list) {
        if (IntStream.range(0, list.size()).noneMatch(i -> isProperty(list.get(i)))) {
            return list;
        }
        var items = new ArrayList<Definition>();
        for (int i = 0; i < list.size(); i++) {
            Definition item = new Definition(list.get(i), list.position(i));
            items.addAll(isProperty(item.value()) ? resolve(List.of(item)) : List.of(item));
        }
        return new ListValue(
                items.stream().map(Definition::value).toArray(Value[]::new),
                items.stream().mapToInt(Definition::position).toArray());
    }

    private static boolean isProperty(Value cell) {
        try {
            return cell.force() instanceof AttrsValue set && isProperty(set);
        } catch (EvalException | SyntaxException failure) {
            return false;
        }
    }

    /** Whether a set says something about a definition, and is not the set that is defined. */
    public static boolean isProperty(AttrsValue set) {
        return isProperty(tag(set));
    }

    private static boolean isProperty(@Nullable String tag) {
        return tag != null && PROPERTIES.contains(tag);
    }

    /** The tag of a set that is more than its attributes, or null; forces no more than the tag. */
    static @Nullable String tag(AttrsValue attrs) {
        Value type = attrs.get(TYPE);
        return type != null && type.force() instanceof StringValue text ? text.text() : null;
    }

    private void collect(Definition definition, long priority, long order) {
        Value value = definition.value().force();
        String tag = value instanceof AttrsValue attrs ? tag(attrs) : null;
        if (tag == null || !(value instanceof AttrsValue property)) {
            found.add(new Ranked(new Definition(value, definition.position()), priority, order));
            return;
        }
        switch (tag) {
            case "if" -> {
                if (holds(property, definition)) {
                    collect(part(property, CONTENT, definition), priority, order);
                }
            }
            case "merge" -> {
                ListValue contents = contents(property, definition);
                for (int i = 0; i < contents.size(); i++) {
                    int position = contents.position(i);
                    int known = position == 0 ? definition.position() : position;
                    collect(new Definition(contents.get(i), known), priority, order);
                }
            }
            case "override" -> collect(part(property, CONTENT, definition), number(property, definition), order);
            case "order" -> collect(part(property, CONTENT, definition), priority, number(property, definition));
            case "definition" -> collect(part(property, VALUE, definition), priority, order);
            default -> found.add(new Ranked(new Definition(value, definition.position()), priority, order));
        }
    }

    private List<Definition> strongest() {
        long strongest = found.stream().mapToLong(Ranked::priority).min().orElse(PLAIN_PRIORITY);
        return found.stream()
                .filter(ranked -> ranked.priority() == strongest)
                .sorted((a, b) -> Long.compare(a.order(), b.order()))
                .map(Ranked::definition)
                .toList();
    }

    private static Definition part(AttrsValue property, Symbol name, Definition definition) {
        Value part = property.get(name);
        if (part == null) {
            throw malformed("it has no attribute '" + name + "'", definition);
        }
        return new Definition(part, definition.position());
    }

    private static boolean holds(AttrsValue property, Definition definition) {
        Value condition = part(property, CONDITION, definition).value().force();
        if (condition instanceof BoolValue bool) {
            return bool.value();
        }
        throw malformed("its condition is " + condition.type().description() + ", not a Boolean", definition);
    }

    private static ListValue contents(AttrsValue property, Definition definition) {
        Value contents = part(property, CONTENTS, definition).value().force();
        if (contents instanceof ListValue list) {
            return list;
        }
        throw malformed("its contents are " + contents.type().description() + ", not a list", definition);
    }

    private static long number(AttrsValue property, Definition definition) {
        Value priority = part(property, PRIORITY, definition).value().force();
        if (priority instanceof IntValue number) {
            return number.value();
        }
        throw malformed("its priority is " + priority.type().description() + ", not an integer", definition);
    }

    private static EvalException malformed(String why, Definition definition) {
        return EvalException.type("this is not a property as lib.mkIf and its like make them: " + why)
                .at(definition.position());
    }
}
