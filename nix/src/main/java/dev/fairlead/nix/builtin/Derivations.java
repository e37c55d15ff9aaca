package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.format.JsonWriter;
import dev.fairlead.nix.builtin.store.ContextElement;
import dev.fairlead.nix.builtin.store.DerivationBuilder;
import dev.fairlead.nix.builtin.store.Experiment;
import dev.fairlead.nix.builtin.store.Store;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code derivationStrict}: reads the attributes of a derivation and computes its store paths. */
final class Derivations {
    private static final Symbol NAME = Symbol.of("name");
    private static final Symbol DRV_PATH = Symbol.of("drvPath");

    private final Store store;

    private Derivations(Store store) {
        this.store = store;
    }

    static void register(Registry registry, Store store) {
        registry.add(Builtin.of("derivationStrict", new Derivations(store)::derivationStrict));
    }

    private Value derivationStrict(Value arguments) {
        AttrsValue attrs = Expect.attrs(arguments, "while evaluating the argument passed to builtins.derivationStrict");
        Value nameCell = attrs.get(NAME);
        if (nameCell == null) {
            throw new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, "attribute 'name' missing")
                    .during(0, "in the attrset passed as argument to builtins.derivationStrict");
        }
        String name;
        try {
            name = Expect.stringWithoutContext(
                    nameCell, "while evaluating the `name` attribute passed to builtins.derivationStrict");
        } catch (EvalException e) {
            throw e.during(attrs.position(NAME), "while evaluating the derivation attribute 'name'");
        }
        try {
            Store.Instance instance = store.instantiate(new Reading(name, attrs).read());
            AttrsBuilder result = new AttrsBuilder(instance.outputs().size() + 1);
            result.add(DRV_PATH, in(instance.drvPath(), new ContextElement.Deep(instance.drvPath())));
            instance.outputs()
                    .forEach((output, path) -> result.add(
                            Symbol.of(output), in(path, new ContextElement.Built(instance.drvPath(), output))));
            return result.build();
        } catch (EvalException e) {
            throw e.during(0, "while evaluating derivation '" + name + "'" + located(attrs.position(NAME)));
        }
    }

    /** Where its name is, as Nix says it: the frame has no place of its own. */
    private static String located(int name) {
        String place = Evaluator.place(name);
        return place == null ? "" : "\n  whose name attribute is located at " + place;
    }

    private static StringValue in(String text, ContextElement context) {
        return new StringValue(text, StringContext.of(context.encoded()));
    }

    /** Reads one set of attributes, in the order of their names. */
    private static final class Reading {
        private final String name;
        private final AttrsValue attrs;
        private final DerivationBuilder derivation;
        /** The members of {@code __json}, or null if the attributes are passed as variables. */
        private final @Nullable StringBuilder structured;

        private final boolean ignoreNulls;

        Reading(String name, AttrsValue attrs) {
            this.name = name;
            this.attrs = attrs;
            this.derivation = new DerivationBuilder(name);
            this.structured = flag("__structuredAttrs") ? new StringBuilder() : null;
            this.ignoreNulls = flag("__ignoreNulls");
        }

        private boolean flag(String flag) {
            Value value = attrs.get(flag);
            return value != null
                    && Expect.bool(
                            value, "while evaluating the `" + flag + "` attribute passed to builtins.derivationStrict");
        }

        DerivationBuilder read() {
            for (int i = 0; i < attrs.size(); i++) {
                String attr = attrs.name(i).name();
                try {
                    read(attr, attrs.value(i));
                } catch (EvalException e) {
                    throw e.during(
                            attrs.position(i),
                            "while evaluating attribute '" + attr + "' of derivation '" + name + "'");
                }
            }
            if (structured != null) {
                derivation.variable("__json", "{" + structured + "}");
            }
            return derivation;
        }

        private void read(String attr, Value value) {
            if (attr.equals("__ignoreNulls") || (ignoreNulls && value.force() instanceof NullValue)) {
                return;
            }
            switch (attr) {
                case "__contentAddressed", "__impure" -> {
                    if (Expect.bool(value, "while evaluating `" + attr + "`")) {
                        throw Experiment.disabled(attr.equals("__impure") ? "impure-derivations" : "ca-derivations");
                    }
                }
                case "args" -> {
                    for (Value argument : Expect.list(value, "while evaluating the argument list")
                            .items()) {
                        derivation.argument(text(argument));
                    }
                }
                default -> {
                    if (structured == null) {
                        variable(attr, value);
                    } else if (!attr.equals("__structuredAttrs")) {
                        member(structured, attr, value);
                    }
                }
            }
        }

        private void variable(String attr, Value value) {
            String text = text(value);
            derivation.variable(attr, text);
            if (attr.equals("outputs")) {
                derivation.outputs(Pattern.compile("[^ \t\n\r]+")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .toList());
            } else {
                special(attr, text);
            }
        }

        private void member(StringBuilder members, String attr, Value value) {
            StringValue json = JsonWriter.write(value, true);
            derivation.needs(json.context());
            if (!members.isEmpty()) {
                members.append(',');
            }
            JsonWriter.appendString(members, attr);
            members.append(':').append(json.text());
            switch (attr) {
                case "builder" -> {
                    StringValue builder = Expect.string(value, "while evaluating the builder");
                    derivation.needs(builder.context());
                    derivation.builder(builder.text());
                }
                case "outputs" -> {
                    List<Value> names = Arrays.asList(
                            Expect.list(value, "while evaluating the outputs").items());
                    derivation.outputs(names.stream()
                            .map(output -> Expect.stringWithoutContext(output, "while evaluating an output name"))
                            .toList());
                }
                case "system", "outputHash", "outputHashAlgo", "outputHashMode" ->
                    special(attr, Expect.stringWithoutContext(value, "while evaluating `" + attr + "`"));
                default -> {}
            }
        }

        /** Attributes that mean something to Nix itself. */
        private void special(String attr, String text) {
            switch (attr) {
                case "builder" -> derivation.builder(text);
                case "system" -> derivation.system(text);
                case "outputHash" -> derivation.outputHash(text);
                case "outputHashAlgo" -> derivation.outputHashAlgorithm(text);
                case "outputHashMode" -> derivation.outputHashMode(text);
                default -> {}
            }
        }

        private String text(Value value) {
            StringValue text = Coercion.toText(value, Coercion.Mode.DERIVATION);
            derivation.needs(text.context());
            return text.text();
        }
    }
}
