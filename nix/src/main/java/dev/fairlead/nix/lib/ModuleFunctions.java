package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.stream.Stream;

/** The constructors of {@code lib.options} and {@code lib.modules}: options and the properties of definitions. */
final class ModuleFunctions {
    private static final Symbol TYPE = Symbol.of("_type");
    private static final Symbol CONTENT = Symbol.of("content");
    /** Those of nixpkgs, and two of our own that say how layers of settings combine and what else must hold. */
    private static final Formals OPTION_ARGUMENTS = new Formals(
            null,
            Stream.of(
                            "apply",
                            "default",
                            "defaultText",
                            "description",
                            "example",
                            "internal",
                            "merge",
                            "readOnly",
                            "refine",
                            "relatedPackages",
                            "type",
                            "visible")
                    .map(name -> new Formals.Formal(Symbol.of(name), true, 0))
                    .toList(),
            false);

    private static final Value OPTION = new StringValue("option");

    private ModuleFunctions() {}

    static void registerOptions(Registry registry) {
        registry.add(Builtin.of("mkOption", OPTION_ARGUMENTS, ModuleFunctions::mkOption));
    }

    /** @param own {@link Catalogue#OWN} */
    static void register(Registry registry, Value own) {
        Failures failures = new Failures(own);
        registry.add(Builtin.of(
                "mergeDefinitions",
                (loc, type, definitions) -> new MergedDefinitions(failures, loc, type, definitions).toAttrs()));
        registry.add(Builtin.of(
                "evalOptionValue", (loc, option, definitions) -> OptionValue.of(failures, loc, option, definitions)));
        registry.add(property("mkIf", "if", "condition"));
        registry.add(Builtin.of(
                "mkMerge",
                contents -> new AttrsValue(
                        Shape.ofSorted(new Symbol[] {TYPE, Symbol.of("contents")}),
                        new Value[] {new StringValue("merge"), contents},
                        null)));
        Builtin override = property("mkOverride", "override", "priority");
        registry.add(override);
        registry.add(fixed("mkOptionDefault", override, 1500));
        registry.add(fixed("mkDefault", override, 1000));
        registry.add(fixed("mkImageMediaOverride", override, 60));
        registry.add(fixed("mkForce", override, 50));
        registry.add(fixed("mkVMOverride", override, 10));
        Builtin order = property("mkOrder", "order", "priority");
        registry.add(order);
        registry.add(fixed("mkBefore", order, 500));
        registry.add(fixed("mkAfter", order, 1500));
        DefinitionFunctions.register(registry);
    }

    /** {@code name: first: content: { _type = type; inherit content; argument = first; }}. */
    private static Builtin property(String name, String type, String argument) {
        Shape shape = Symbol.of(argument).compareTo(CONTENT) < 0
                ? Shape.ofSorted(new Symbol[] {TYPE, Symbol.of(argument), CONTENT})
                : Shape.ofSorted(new Symbol[] {TYPE, CONTENT, Symbol.of(argument)});
        int at = shape.indexOf(Symbol.of(argument));
        Value tag = new StringValue(type);
        return Builtin.of(name, (first, content) -> {
            Value[] values = {tag, content, content};
            values[at] = first;
            return new AttrsValue(shape, values, null);
        });
    }

    private static Builtin fixed(String name, Builtin property, int priority) {
        Value number = IntValue.of(priority);
        return Builtin.of(name, content -> property.call(number, content));
    }

    private static Value mkOption(Value argument) {
        AttrsValue given = Given.attrs(argument, "options.mkOption");
        AttrsBuilder option = new AttrsBuilder(given.size() + 1);
        option.add(TYPE, OPTION);
        for (int i = 0; i < given.size(); i++) {
            if (!isOptionArgument(given.name(i))) {
                throw new EvalException(
                                EvalException.Kind.TYPE,
                                "function 'mkOption' called with unexpected argument '" + given.name(i) + "'")
                        .at(given.position(i));
            }
            option.add(given.name(i), given.value(i), given.position(i));
        }
        return option.build();
    }

    private static boolean isOptionArgument(Symbol name) {
        for (Formals.Formal formal : OPTION_ARGUMENTS.formals()) {
            if (formal.name() == name) {
                return true;
            }
        }
        return false;
    }
}
