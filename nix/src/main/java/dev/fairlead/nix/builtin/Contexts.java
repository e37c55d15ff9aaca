package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.store.ContextElement;
import dev.fairlead.nix.builtin.store.StorePaths;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Functions of what strings depend on. */
final class Contexts {
    private static final Symbol ALL_OUTPUTS = Symbol.of("allOutputs");
    private static final Symbol OUTPUTS = Symbol.of("outputs");
    private static final Symbol PATH = Symbol.of("path");

    private Contexts() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("addDrvOutputDependencies", Contexts::addDrvOutputDependencies));
        registry.add(Builtin.of("appendContext", Contexts::appendContext));
        registry.add(Builtin.of("getContext", Contexts::getContext));
        registry.add(Builtin.of("hasContext", Contexts::hasContext));
        registry.add(Builtin.of("unsafeDiscardOutputDependency", Contexts::unsafeDiscardOutputDependency));
        registry.add(Builtin.of("unsafeDiscardStringContext", Contexts::unsafeDiscardStringContext));
    }

    private static Value hasContext(Value string) {
        return BoolValue.of(Expect.string(string, "while evaluating the argument passed to builtins.hasContext")
                        .context()
                != null);
    }

    private static Value unsafeDiscardStringContext(Value string) {
        StringValue text = coerced(string, "unsafeDiscardStringContext");
        return text.context() == null ? text : new StringValue(text.text());
    }

    /** Turns derivations with all their outputs into plain store paths. */
    private static Value unsafeDiscardOutputDependency(Value string) {
        StringValue text = coerced(string, "unsafeDiscardOutputDependency");
        SortedSet<String> elements = new TreeSet<>();
        for (String element : elements(text)) {
            ContextElement decoded = ContextElement.decode(element);
            elements.add(decoded instanceof ContextElement.Deep(String path) ? path : element);
        }
        return new StringValue(text.text(), StringContext.of(elements));
    }

    private static Value addDrvOutputDependencies(Value string) {
        StringValue text = coerced(string, "addDrvOutputDependencies");
        List<String> elements = elements(text);
        if (elements.size() != 1) {
            throw failure("context of string '" + text.text() + "' must have exactly one element, but has "
                    + elements.size());
        }
        return switch (ContextElement.decode(elements.getFirst())) {
            case ContextElement.Deep deep -> text;
            case ContextElement.Plain(String path)
            when StorePaths.isDerivation(path) ->
                new StringValue(text.text(), StringContext.of(new ContextElement.Deep(path).encoded()));
            case ContextElement.Plain(String path) -> throw failure("path '" + path + "' is not a derivation");
            case ContextElement.Built built ->
                throw failure("`addDrvOutputDependencies` can only act on derivations, not on a derivation output"
                        + " such as '" + built.output() + "'");
        };
    }

    /** What is known of one store path in a context. */
    private static final class Use {
        boolean plain;
        boolean deep;
        final SortedSet<String> outputs = new TreeSet<>();

        AttrsValue toValue() {
            AttrsBuilder set = new AttrsBuilder(3);
            if (deep) {
                set.add(ALL_OUTPUTS, BoolValue.TRUE);
            }
            if (!outputs.isEmpty()) {
                set.add(
                        OUTPUTS,
                        new ListValue(outputs.stream().map(StringValue::new).toArray(Value[]::new)));
            }
            if (plain) {
                set.add(PATH, BoolValue.TRUE);
            }
            return set.build();
        }
    }

    private static Value getContext(Value string) {
        SortedMap<String, Use> uses = new TreeMap<>();
        for (String element :
                elements(Expect.string(string, "while evaluating the argument passed to builtins.getContext"))) {
            ContextElement decoded = ContextElement.decode(element);
            Use use = uses.computeIfAbsent(decoded.path(), first -> new Use());
            switch (decoded) {
                case ContextElement.Plain plain -> use.plain = true;
                case ContextElement.Deep deep -> use.deep = true;
                case ContextElement.Built built -> use.outputs.add(built.output());
            }
        }
        AttrsBuilder set = new AttrsBuilder(uses.size());
        uses.forEach((path, use) -> set.add(Symbol.of(path), use.toValue()));
        return set.build();
    }

    private static Value appendContext(Value string, Value context) {
        StringValue text =
                Expect.string(string, "while evaluating the first argument passed to builtins.appendContext");
        AttrsValue added =
                Expect.attrs(context, "while evaluating the second argument passed to builtins.appendContext");
        SortedSet<String> elements = new TreeSet<>(elements(text));
        for (int i = 0; i < added.size(); i++) {
            try {
                append(elements, added.name(i).name(), added.value(i));
            } catch (EvalException e) {
                throw e.at(added.position(i));
            }
        }
        return new StringValue(text.text(), StringContext.of(elements));
    }

    private static void append(SortedSet<String> elements, String path, Value value) {
        if (!StorePaths.isStorePath(path)) {
            throw failure("context key '" + path + "' is not a store path");
        }
        AttrsValue use = Expect.attrs(value, "while evaluating the value of a string context");
        if (isTrue(use.get(PATH), "path")) {
            elements.add(path);
        }
        if (isTrue(use.get(ALL_OUTPUTS), "allOutputs")) {
            if (!StorePaths.isDerivation(path)) {
                throw failure(
                        "tried to add all-outputs context of " + path + ", which is not a derivation, to a string");
            }
            elements.add(new ContextElement.Deep(path).encoded());
        }
        Value outputs = use.get(OUTPUTS);
        if (outputs != null) {
            ListValue names = Expect.list(outputs, "while evaluating the `outputs` attribute of a string context");
            if (names.size() > 0 && !StorePaths.isDerivation(path)) {
                throw failure("tried to add derivation output context of " + path
                        + ", which is not a derivation, to a string");
            }
            for (Value name : names.items()) {
                String output =
                        Expect.stringWithoutContext(name, "while evaluating an output name within a string context");
                elements.add(new ContextElement.Built(path, output).encoded());
            }
        }
    }

    private static boolean isTrue(@Nullable Value value, String name) {
        return value != null && Expect.bool(value, "while evaluating the `" + name + "` attribute of a string context");
    }

    private static List<String> elements(StringValue text) {
        StringContext context = text.context();
        return context == null ? List.of() : context.elements();
    }

    private static StringValue coerced(Value string, String function) {
        return Coercion.toText(
                string, Coercion.Mode.INTERPOLATION, "while evaluating the argument passed to builtins." + function);
    }

    private static EvalException failure(String message) {
        return new EvalException(EvalException.Kind.OTHER, message);
    }
}
