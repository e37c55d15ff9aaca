package dev.fairlead.nix.lib;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.DelayedCall;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one option, and what its type makes of them: {@code lib.modules.mergeDefinitions}. This runs for
 * each option, each item of a list and each attribute of a set of options, so it is in Java; its failures, which need
 * the definitions as text, are in {@code modules-merge.nix}.
 */
final class MergedDefinitions {
    private static final Symbol FILE = Symbol.of("file");
    private static final Symbol VALUE = Symbol.of("value");
    private static final Symbol CHECK = Symbol.of("check");
    private static final Symbol MERGE = Symbol.of("merge");
    private static final Symbol V2 = Symbol.of("v2");
    private static final Symbol HEAD_ERROR = Symbol.of("headError");
    private static final Symbol VALUE_META = Symbol.of("valueMeta");
    private static final Symbol EMPTY_VALUE = Symbol.of("emptyValue");
    private static final Symbol COHERENT = Symbol.of("isV2MergeCoherent");
    private static final Symbol TYPE = Symbol.of("_type");

    private static final Shape RESULT = Shape.ofSorted(new Symbol[] {
        Symbol.of("checkedAndMerged"),
        Symbol.of("defsFinal"),
        Symbol.of("defsFinal'"),
        Symbol.of("isDefined"),
        Symbol.of("mergedValue"),
        Symbol.of("optionalValue")
    });
    private static final Shape DEFINITION = Shape.ofSorted(new Symbol[] {FILE, VALUE});
    private static final Shape ONE_VALUE = Shape.ofSorted(new Symbol[] {VALUE});
    private static final Shape LOCATED = Shape.ofSorted(new Symbol[] {Symbol.of("defs"), Symbol.of("loc")});
    private static final Shape CHECKED = Shape.ofSorted(new Symbol[] {HEAD_ERROR, VALUE, VALUE_META});

    private final Failures failures;
    private final Value loc;
    private final Value type;
    private final Value definitions;
    private DefinitionFunctions.@Nullable Filtered filtered;
    private @Nullable ListValue values;
    final Value mergedValue = new Part(this, Part.MERGED);
    final Value checkedAndMerged = new Part(this, Part.CHECKED);

    MergedDefinitions(Failures failures, Value loc, Value type, Value definitions) {
        this.failures = failures;
        this.loc = loc;
        this.type = type;
        this.definitions = definitions;
    }

    /** What {@code mergeDefinitions} returns. */
    AttrsValue toAttrs() {
        return new AttrsValue(
                RESULT,
                new Value[] {
                    checkedAndMerged,
                    new Part(this, Part.FINAL),
                    new Part(this, Part.FILTERED),
                    new Part(this, Part.DEFINED),
                    mergedValue,
                    new Part(this, Part.OPTIONAL)
                },
                null);
    }

    /** The definitions that count, in order. Looks at what they hold, which {@link #priority} does not. */
    ListValue values() {
        ListValue known = values;
        if (known == null) {
            known = filtered().sorted();
            values = known;
        }
        return known;
    }

    /** The priority of the definitions that count. */
    Value priority() {
        return filtered().priority();
    }

    private DefinitionFunctions.Filtered filtered() {
        DefinitionFunctions.Filtered known = filtered;
        if (known == null) {
            known = filter();
            filtered = known;
        }
        return known;
    }

    private DefinitionFunctions.Filtered filter() {
        ListValue all = Given.list(definitions, "modules.mergeDefinitions");
        if (all.size() == 1 && isPlain(all.get(0))) {
            return DefinitionFunctions.Filtered.plain(all);
        }
        List<Value> discharged = new ArrayList<>(all.size());
        for (Value item : all.items()) {
            Value value = part(item, VALUE);
            ListValue values;
            try {
                values = Given.list(DefinitionFunctions.discharge(value), "modules.mergeDefinitions");
            } catch (EvalException failure) {
                throw failure.during(0, context(item));
            }
            for (Value each : values.items()) {
                discharged.add(
                        DefinitionFunctions.property(each).equals("definition")
                                ? each
                                : new AttrsValue(DEFINITION, new Value[] {part(item, FILE), each}, null));
            }
        }
        return DefinitionFunctions.filter(Given.listOf(discharged));
    }

    private static boolean isPlain(Value definition) {
        try {
            return !(part(definition, VALUE).force() instanceof AttrsValue value && value.get(TYPE) != null);
        } catch (EvalException failure) {
            throw failure.during(0, context(definition));
        }
    }

    private static String context(Value definition) {
        Value file = part(definition, FILE).force();
        return "while evaluating definitions from `" + (file instanceof StringValue text ? text.text() : "") + "':";
    }

    private static Value part(Value set, Symbol name) {
        return Expect.attribute(Given.attrs(set, "modules.mergeDefinitions"), name, "while evaluating a definition");
    }

    private Value finalDefinitions() {
        return DefinitionFunctions.Filtered.attrs(priority(), new Part(this, Part.FINAL));
    }

    private @Nullable Value v2() {
        return part(type, MERGE).force() instanceof AttrsValue merge ? merge.get(V2) : null;
    }

    private Value merged() {
        ListValue values = values();
        if (values.size() == 0) {
            Value empty = Given.attrs(part(type, EMPTY_VALUE), "modules.mergeDefinitions")
                    .get(VALUE);
            return empty != null ? empty : failures.raise("noValue", loc, type, values);
        }
        if (v2() != null) {
            return part(checkedAndMerged, HEAD_ERROR).force() instanceof NullValue
                    ? part(checkedAndMerged, VALUE)
                    : failures.raise("wrongParts", loc, type, part(checkedAndMerged, HEAD_ERROR));
        }
        Value check = part(type, CHECK);
        for (Value definition : values.items()) {
            if (!Given.bool(Functions.call(check, part(definition, VALUE)), "modules.mergeDefinitions")) {
                return failures.raise("wrongType", loc, type, values);
            }
        }
        return Functions.call(part(type, MERGE), loc, values);
    }

    private Value checked() {
        Value v2 = v2();
        if (v2 == null) {
            return new AttrsValue(CHECKED, new Value[] {NullValue.NULL, mergedValue, AttrsValue.EMPTY}, null);
        }
        if (!Given.isTrue(part(type, CHECK), COHERENT)) {
            return failures.raise("incoherent", loc, type, values());
        }
        Value result = Functions.call(v2, new AttrsValue(LOCATED, new Value[] {values(), loc}, null));
        Value meta = new DelayedCall(failures.function("withType"), type, part(result, VALUE_META));
        return new AttrsValue(CHECKED, new Value[] {part(result, HEAD_ERROR), part(result, VALUE), meta}, null);
    }

    /** One attribute of the result. */
    private static final class Part extends Promise {
        static final int MERGED = 0;
        static final int CHECKED = 1;
        static final int FINAL = 2;
        static final int FILTERED = 3;
        static final int DEFINED = 4;
        static final int OPTIONAL = 5;

        private final MergedDefinitions merge;
        private final int which;
        private boolean running;

        Part(MergedDefinitions merge, int which) {
            this.merge = merge;
            this.which = which;
        }

        @Override
        protected Value compute() {
            if (running) {
                throw infiniteRecursion();
            }
            running = true;
            try {
                return switch (which) {
                    case MERGED -> merge.merged().force();
                    case CHECKED -> merge.checked();
                    case FINAL -> merge.values();
                    case FILTERED -> merge.finalDefinitions();
                    case DEFINED -> BoolValue.of(merge.values().size() > 0);
                    default ->
                        merge.values().size() == 0
                                ? AttrsValue.EMPTY
                                : new AttrsValue(ONE_VALUE, new Value[] {merge.mergedValue}, null);
                };
            } finally {
                running = false;
            }
        }
    }
}
