package dev.fairlead.nix.lib;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An option with its value: {@code lib.modules.evalOptionValue}, in Java since it runs for every option. */
final class OptionValue {
    private static final Symbol DEFAULT = Symbol.of("default");
    private static final Symbol APPLY = Symbol.of("apply");
    private static final Symbol READ_ONLY = Symbol.of("readOnly");
    private static final Symbol TYPE = Symbol.of("type");
    private static final Symbol DECLARATIONS = Symbol.of("declarations");
    private static final Symbol DEPRECATION = Symbol.of("deprecationMessage");
    private static final Symbol FILE = Symbol.of("file");
    private static final Symbol VALUE = Symbol.of("value");
    private static final Symbol VALUE_META = Symbol.of("valueMeta");
    private static final Symbol[] ADDED = {
        Symbol.of("__toString"),
        Symbol.of("definitions"),
        Symbol.of("definitionsWithLocations"),
        Symbol.of("files"),
        Symbol.of("highestPrio"),
        Symbol.of("isDefined"),
        VALUE,
        VALUE_META
    };
    private static final Shape DEFINITION = Shape.ofSorted(new Symbol[] {FILE, VALUE});
    private static final Shape PRIORITISED =
            Shape.ofSorted(new Symbol[] {Symbol.of("_type"), Symbol.of("content"), Symbol.of("priority")});
    private static final Value OVERRIDE = new StringValue("override");
    private static final Value OPTION_DEFAULT = IntValue.of(1500);

    private final Failures failures;
    private final Value loc;
    private final AttrsValue option;
    private final Value given;
    private @Nullable MergedDefinitions merge;

    private OptionValue(Failures failures, Value loc, AttrsValue option, Value given) {
        this.failures = failures;
        this.loc = loc;
        this.option = option;
        this.given = given;
    }

    static Value of(Failures failures, Value loc, Value option, Value definitions) {
        AttrsValue declared = Given.attrs(option, "modules.evalOptionValue");
        OptionValue value = new OptionValue(failures, loc, declared, definitions);
        AttrsBuilder attrs = new AttrsBuilder(declared.size() + ADDED.length);
        for (int i = 0; i < ADDED.length; i++) {
            attrs.add(ADDED[i], new Part(value, i));
        }
        for (int i = 0; i < declared.size(); i++) {
            attrs.add(declared.name(i), declared.value(i), declared.position(i));
        }
        AttrsValue evaluated = attrs.build();
        AttrsValue type = Given.attrs(part(declared, TYPE), "modules.evalOptionValue");
        Value deprecation = type.get(DEPRECATION);
        return deprecation == null || deprecation.force() instanceof NullValue
                ? evaluated
                : failures.raise("deprecated", loc, declared, evaluated);
    }

    private static Value part(AttrsValue set, Symbol name) {
        return Expect.attribute(set, name, "while evaluating an option");
    }

    private MergedDefinitions merge() {
        MergedDefinitions known = merge;
        if (known == null) {
            ListValue definitions = withDefault();
            if (definitions.size() > 1 && Given.isTrue(option, READ_ONLY)) {
                failures.raise("readOnly", loc, part(option, TYPE), definitions);
            }
            known = new MergedDefinitions(failures, loc, part(option, TYPE), definitions);
            merge = known;
        }
        return known;
    }

    /** The definitions, before them the default, which is the weakest. */
    private ListValue withDefault() {
        ListValue definitions = Given.list(given, "modules.evalOptionValue");
        Value content = option.get(DEFAULT);
        if (content == null) {
            return definitions;
        }
        Value file = Given.list(part(option, DECLARATIONS), "modules.evalOptionValue")
                .get(0);
        Value[] all = new Value[definitions.size() + 1];
        Value weak = new AttrsValue(PRIORITISED, new Value[] {OVERRIDE, content, OPTION_DEFAULT}, null);
        all[0] = new AttrsValue(DEFINITION, new Value[] {file, weak}, null);
        System.arraycopy(definitions.items(), 0, all, 1, definitions.size());
        return new ListValue(all);
    }

    private Value value() {
        try {
            Value merged = merge().mergedValue;
            Value apply = option.get(APPLY);
            return (apply == null ? merged : Functions.call(apply, merged)).force();
        } catch (EvalException failure) {
            Value name = failures.function("showOption").call(loc);
            throw failure.during(
                    0,
                    "while evaluating the option `"
                            + Given.string(name, "showOption").text() + "':");
        }
    }

    private Value each(Symbol name) {
        ListValue definitions = merge().values();
        Value[] parts = new Value[definitions.size()];
        Arrays.setAll(parts, i -> part(Given.attrs(definitions.get(i), "modules.evalOptionValue"), name));
        return new ListValue(parts);
    }

    /** One of the attributes that the value adds to the declaration. */
    private static final class Part extends Promise {
        private final OptionValue option;
        private final int which;
        private boolean running;

        Part(OptionValue option, int which) {
            this.option = option;
            this.which = which;
        }

        @Override
        protected Value compute() {
            if (running) {
                throw infiniteRecursion();
            }
            running = true;
            try {
                return switch (ADDED[which].name()) {
                    case "__toString" -> option.failures.function("named").call(option.loc);
                    case "definitions" -> option.each(VALUE);
                    case "definitionsWithLocations" -> option.merge().values();
                    case "files" -> option.each(FILE);
                    case "highestPrio" -> option.merge().priority();
                    case "isDefined" -> BoolValue.of(option.merge().values().size() > 0);
                    case "value" -> option.value();
                    default ->
                        part(Given.attrs(option.merge().checkedAndMerged, "modules.evalOptionValue"), VALUE_META);
                };
            } finally {
                running = false;
            }
        }
    }
}
