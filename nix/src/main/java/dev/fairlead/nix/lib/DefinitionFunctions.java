package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the properties of definitions ({@code mkIf}, {@code mkMerge}, {@code mkOverride}, {@code mkOrder}):
 * they are pushed down to the attributes of what they hold, and at an option they are discharged, filtered by priority
 * and sorted. These run for every definition of every option.
 */
final class DefinitionFunctions {
    private static final Symbol TYPE = Symbol.of("_type");
    private static final Symbol CONTENTS = Symbol.of("contents");
    private static final Symbol CONTENT = Symbol.of("content");
    private static final Symbol CONDITION = Symbol.of("condition");
    private static final Symbol PRIORITY = Symbol.of("priority");
    private static final Symbol VALUE = Symbol.of("value");
    private static final Shape CONDITIONAL = Shape.ofSorted(new Symbol[] {TYPE, CONDITION, CONTENT});
    private static final Shape PRIORITISED = Shape.ofSorted(new Symbol[] {TYPE, CONTENT, PRIORITY});
    private static final Shape FILTERED = Shape.ofSorted(new Symbol[] {Symbol.of("highestPrio"), Symbol.of("values")});
    private static final StringValue IF = new StringValue("if");
    private static final StringValue OVERRIDE = new StringValue("override");
    private static final Value DEFAULT_OVERRIDE = IntValue.of(100);
    private static final Value DEFAULT_ORDER = IntValue.of(1000);
    private static final Value WEAKEST = IntValue.of(9999);

    private DefinitionFunctions() {}

    static void register(Registry registry) {
        registry.add("defaultOverridePriority", DEFAULT_OVERRIDE);
        registry.add("defaultOrderPriority", DEFAULT_ORDER);
        registry.add(Builtin.of("pushDownProperties", value -> Given.listOf(pushDown(value))));
        registry.add(Builtin.of("dischargeProperties", DefinitionFunctions::discharge));
        registry.add(
                Builtin.of("filterOverrides", definitions -> filter(definitions).values()));
        registry.add(Builtin.of(
                "filterOverrides'", definitions -> filter(definitions).toAttrs()));
        registry.add(Builtin.of("sortProperties", DefinitionFunctions::sort));
    }

    /** The property that a value is, or "" if it is none. */
    static String property(Value value) {
        Value type = value.force() instanceof AttrsValue attrs ? attrs.get(TYPE) : null;
        return type != null && type.force() instanceof StringValue text ? text.text() : "";
    }

    private static Value part(Value property, Symbol name) {
        return Expect.attribute(
                Given.attrs(property, "modules.pushDownProperties"), name, "while evaluating a definition");
    }

    private static List<Value> pushDown(Value value) {
        return switch (property(value)) {
            case "merge" -> {
                List<Value> all = new ArrayList<>();
                for (Value item : Given.list(part(value, CONTENTS), "modules.pushDownProperties")
                        .items()) {
                    all.addAll(pushDown(item));
                }
                yield all;
            }
            case "if" -> {
                Value condition = part(value, CONDITION);
                yield wrap(
                        pushDown(part(value, CONTENT)),
                        inner -> new AttrsValue(CONDITIONAL, new Value[] {IF, condition, inner}, null));
            }
            case "override" -> {
                Value priority = part(value, PRIORITY);
                yield wrap(
                        pushDown(part(value, CONTENT)),
                        inner -> new AttrsValue(PRIORITISED, new Value[] {OVERRIDE, inner, priority}, null));
            }
            default -> List.of(value);
        };
    }

    private interface Wrapping {
        Value around(Value inner);
    }

    /** Puts a property around each attribute of each set; what is no set stays, to be refused later. */
    private static List<Value> wrap(List<Value> values, Wrapping property) {
        List<Value> wrapped = new ArrayList<>(values.size());
        for (Value value : values) {
            if (value.force() instanceof AttrsValue attrs) {
                Value[] inner = new Value[attrs.size()];
                Arrays.setAll(inner, i -> property.around(attrs.value(i)));
                wrapped.add(new AttrsValue(attrs.shape(), inner, attrs.positions()));
            } else {
                wrapped.add(value);
            }
        }
        return wrapped;
    }

    static Value discharge(Value definition) {
        String property = property(definition);
        if (property.equals("merge") || property.equals("if")) {
            List<Value> discharged = new ArrayList<>();
            dischargeInto(definition, discharged);
            return Given.listOf(discharged);
        }
        return new ListValue(new Value[] {definition});
    }

    private static void dischargeInto(Value definition, List<Value> into) {
        switch (property(definition)) {
            case "merge" -> {
                for (Value item : Given.list(part(definition, CONTENTS), "modules.dischargeProperties")
                        .items()) {
                    dischargeInto(item, into);
                }
            }
            case "if" -> {
                if (!(part(definition, CONDITION).force() instanceof BoolValue condition)) {
                    throw new EvalException(
                            EvalException.Kind.THROWN,
                            "\u00e2\u0080\u0098mkIf\u00e2\u0080\u0099 called with a non-Boolean condition");
                }
                if (condition.value()) {
                    dischargeInto(part(definition, CONTENT), into);
                }
            }
            default -> into.add(definition);
        }
    }

    /** The definitions of the strongest priority, without it. */
    record Filtered(ListValue values, Value priority) {
        /** Definitions without properties. */
        static Filtered plain(ListValue values) {
            return new Filtered(values, DEFAULT_OVERRIDE);
        }

        /** The definitions, sorted by {@code mkOrder}. */
        ListValue sorted() {
            for (Value definition : values.items()) {
                if (property(valueOf(definition)).equals("order")) {
                    return sort(values);
                }
            }
            return values;
        }

        AttrsValue toAttrs() {
            return attrs(priority, values);
        }

        static AttrsValue attrs(Value priority, Value values) {
            return new AttrsValue(FILTERED, new Value[] {priority, values}, null);
        }
    }

    static Filtered filter(Value definitions) {
        ListValue all = Given.list(definitions, "modules.filterOverrides");
        Value[] priorities = new Value[all.size()];
        Value strongest = all.size() == 1 ? priority(all.get(0)) : WEAKEST;
        for (int i = 0; i < priorities.length; i++) {
            priorities[i] = priority(all.get(i));
            strongest = Ordering.less(priorities[i], strongest) ? priorities[i] : strongest;
        }
        List<Value> kept = new ArrayList<>(priorities.length);
        for (int i = 0; i < priorities.length; i++) {
            if (!Ordering.less(strongest, priorities[i])) {
                kept.add(stripped(all.get(i), "override"));
            }
        }
        return new Filtered(Given.listOf(kept), strongest);
    }

    private static Value priority(Value definition) {
        Value value = valueOf(definition);
        return property(value).equals("override") ? number(part(value, PRIORITY)) : DEFAULT_OVERRIDE;
    }

    private static Value number(Value value) {
        Value forced = value.force();
        if (forced instanceof IntValue || forced instanceof FloatValue) {
            return forced;
        }
        throw Expect.wrong("an integer", forced).during(0, "while evaluating the priority of a definition");
    }

    private static Value valueOf(Value definition) {
        return Expect.attribute(
                Given.attrs(definition, "modules.filterOverrides"), VALUE, "while evaluating a definition");
    }

    /** A definition whose value is what a property holds. */
    private static Value stripped(Value definition, String property) {
        Value value = valueOf(definition);
        return property(value).equals(property) ? with(definition, part(value, CONTENT), null) : definition;
    }

    private static AttrsValue with(Value definition, Value value, @Nullable Value priority) {
        AttrsValue attrs = Given.attrs(definition, "modules.sortProperties");
        AttrsBuilder changed = new AttrsBuilder(attrs.size() + 1);
        changed.add(VALUE, value);
        if (priority != null) {
            changed.add(PRIORITY, priority);
        }
        for (int i = 0; i < attrs.size(); i++) {
            changed.add(attrs.name(i), attrs.value(i), attrs.position(i));
        }
        return changed.build();
    }

    /** Sorts definitions by {@code mkOrder}, which it takes off; those of one rank keep their order. */
    private static ListValue sort(Value definitions) {
        record Ranked(Value definition, Value rank) {}
        List<Ranked> ranked = new ArrayList<>();
        for (Value definition :
                Given.list(definitions, "modules.sortProperties").items()) {
            Value value = valueOf(definition);
            if (property(value).equals("order")) {
                Value rank = part(value, PRIORITY);
                ranked.add(new Ranked(with(definition, part(value, CONTENT), rank), number(rank)));
            } else {
                Value rank = Given.attrs(definition, "modules.sortProperties").get(PRIORITY);
                ranked.add(new Ranked(definition, rank == null ? DEFAULT_ORDER : number(rank)));
            }
        }
        ranked.sort((a, b) -> Ordering.less(a.rank, b.rank) ? -1 : Ordering.less(b.rank, a.rank) ? 1 : 0);
        Value[] sorted = new Value[ranked.size()];
        Arrays.setAll(sorted, i -> ranked.get(i).definition());
        return new ListValue(sorted);
    }
}
