package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.fleet.declare.merge.Modules;
import dev.fairlead.fleet.declare.merge.Properties;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the options that {@code den.kinds.<kind>.options} declares, in whichever form it is written. They are
 * wanted before schemas are read, to tell a misspelt attribute of a scope; what is wrong with the schema itself is left to
 * those who read it.
 */
final class OptionNames {
    private static final Symbol OPTIONS = Symbol.of("options");
    private static final Symbol IMPORTS = Symbol.of("imports");
    private static final Symbol FREEFORM = Symbol.of("freeformType");
    private static final Symbol LIB = Symbol.of("lib");
    private static final int DEEPEST = 16;

    private final Value lib;
    private final Set<String> names = new HashSet<>();
    private boolean complete = true;

    private OptionNames(Value lib) {
        this.lib = lib;
    }

    /** The names; null if there may be others, so that no attribute can be called unknown. */
    static @Nullable Set<String> of(Value options, Value lib) {
        var read = new OptionNames(lib);
        read.modules(options, 0);
        return read.complete ? read.names : null;
    }

    private void modules(Value cell, int depth) {
        try {
            for (Definition module : Properties.resolve(Modules.of(cell, 0))) {
                module(module.value().force(), depth);
            }
        } catch (EvalException | SyntaxException failure) {
            complete = false;
        }
    }

    private void module(Value value, int depth) {
        switch (value) {
            case FunctionValue function
            when depth < DEEPEST && asksForLibOnly(function) ->
                modules(function.call(new AttrsBuilder(1).add(LIB, lib).build()), depth + 1);
            case AttrsValue module
            when isModule(module) -> {
                Value options = module.get(OPTIONS);
                if (options != null && options.force() instanceof AttrsValue set) {
                    add(set);
                }
                Value imports = module.get(IMPORTS);
                if (imports != null && imports.force() instanceof ListValue list && depth < DEEPEST) {
                    List.of(list.items()).forEach(item -> modules(item, depth + 1));
                }
                complete &= module.get(FREEFORM) == null;
            }
            case AttrsValue set -> add(set);
            default -> complete = false;
        }
    }

    private void add(AttrsValue options) {
        for (int i = 0; i < options.size(); i++) {
            names.add(Bytes.decode(options.name(i).name()));
        }
    }

    private static boolean isModule(AttrsValue attrs) {
        Value options = attrs.get(OPTIONS);
        if (options != null) {
            return options.force() instanceof AttrsValue set && set.get(Symbol.of("type")) == null;
        }
        Value imports = attrs.get(IMPORTS);
        return attrs.get(FREEFORM) != null || (imports != null && imports.force() instanceof ListValue);
    }

    private static boolean asksForLibOnly(FunctionValue function) {
        Formals formals = function.formals();
        return formals != null
                && formals.formals().stream()
                        .allMatch(formal -> formal.optional() || formal.name().equals(LIB));
    }
}
