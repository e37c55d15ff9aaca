package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;

/**
 * {@code derivation}: its argument with {@code drvPath}, {@code outPath} and a set of the same kind for each output.
 * Paths are computed when they are first needed, all of them at once.
 */
final class DerivationSet extends FunctionValue {
    private static final Symbol ALL = Symbol.of("all");
    private static final Symbol DRV_ATTRS = Symbol.of("drvAttrs");
    private static final Symbol DRV_PATH = Symbol.of("drvPath");
    private static final Symbol OUT_PATH = Symbol.of("outPath");
    private static final Symbol OUTPUT_NAME = Symbol.of("outputName");
    private static final Symbol OUTPUTS = Symbol.of("outputs");
    private static final Symbol TYPE = Symbol.of("type");
    private static final StringValue DERIVATION = new StringValue("derivation");
    private static final ListValue ONLY_OUT = new ListValue(new Value[] {new StringValue("out")});
    private static final Formals FORMALS = new Formals(DRV_ATTRS, List.of(new Formals.Formal(OUTPUTS, true, 0)), true);

    private final Value derivationStrict;

    private DerivationSet(Value derivationStrict) {
        this.derivationStrict = derivationStrict;
    }

    /** To be called after {@code derivationStrict} was added. */
    static void register(Registry registry) {
        Value strict = registry.entries().get("derivationStrict");
        if (strict == null) {
            throw new IllegalStateException("derivation needs derivationStrict");
        }
        registry.add("derivation", new DerivationSet(strict));
    }

    @Override
    public String name() {
        return "derivation";
    }

    @Override
    public Formals formals() {
        return FORMALS;
    }

    @Override
    public Value call(Value argument) {
        AttrsValue attrs = Expect.attrs(argument, "while evaluating the argument passed to builtins.derivation");
        Value stated = attrs.get(OUTPUTS);
        ListValue names = stated == null
                ? ONLY_OUT
                : Expect.list(stated, "while evaluating the `outputs` attribute of a derivation");
        if (names.size() == 0) {
            throw new EvalException(EvalException.Kind.OTHER, "derivation cannot have an empty set of outputs");
        }
        Symbol[] outputs = new Symbol[names.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = Expect.name(names.get(i), "while evaluating the name of an output");
        }
        Value paths = new Paths(derivationStrict, attrs);
        Value[] all = new Value[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            all[i] = new Output(attrs, outputs, all, i, paths);
        }
        return all[0].force();
    }

    /** The result of {@code derivationStrict}. */
    private static final class Paths extends Promise {
        private final Value derivationStrict;
        private final AttrsValue attrs;

        Paths(Value derivationStrict, AttrsValue attrs) {
            this.derivationStrict = derivationStrict;
            this.attrs = attrs;
        }

        @Override
        protected Value compute() {
            return Functions.call(derivationStrict, attrs);
        }
    }

    /** One attribute of that result. */
    private static final class PathOf extends Promise {
        private final Value paths;
        private final Symbol name;

        PathOf(Value paths, Symbol name) {
            this.paths = paths;
            this.name = name;
        }

        @Override
        protected Value compute() {
            Value path = Expect.attrs(paths, "while evaluating the paths of a derivation")
                    .get(name);
            if (path == null) {
                throw new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, "attribute '" + name + "' missing");
            }
            return path;
        }
    }

    /** The set of one output. */
    private static final class Output extends Promise {
        private final AttrsValue attrs;
        private final Symbol[] outputs;
        private final Value[] all;
        private final int index;
        private final Value paths;

        Output(AttrsValue attrs, Symbol[] outputs, Value[] all, int index, Value paths) {
            this.attrs = attrs;
            this.outputs = outputs;
            this.all = all;
            this.index = index;
            this.paths = paths;
        }

        @Override
        protected Value compute() {
            // Of several attributes with one name the first added counts.
            AttrsBuilder set = new AttrsBuilder(attrs.size() + outputs.length + 6);
            set.add(OUT_PATH, new PathOf(paths, outputs[index]));
            set.add(DRV_PATH, new PathOf(paths, DRV_PATH));
            set.add(TYPE, DERIVATION);
            set.add(OUTPUT_NAME, new StringValue(outputs[index].name()));
            set.add(ALL, new ListValue(all));
            set.add(DRV_ATTRS, attrs);
            for (int i = 0; i < outputs.length; i++) {
                set.add(outputs[i], all[i]);
            }
            for (int i = 0; i < attrs.size(); i++) {
                set.add(attrs.name(i), attrs.value(i), attrs.position(i));
            }
            return set.build();
        }
    }
}
