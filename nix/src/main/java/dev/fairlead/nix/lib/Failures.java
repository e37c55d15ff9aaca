package dev.fairlead.nix.lib;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** The rare cases of the module system, which are written in Nix: {@code lib.modules.rare}. */
final class Failures {
    private static final Symbol MODULES = Symbol.of("modules");
    private static final Symbol RARE = Symbol.of("rare");

    private final Value lib;

    Failures(Value lib) {
        this.lib = lib;
    }

    FunctionValue function(String name) {
        Value rare = select(select(lib, MODULES), RARE);
        if (select(rare, Symbol.of(name)).force() instanceof FunctionValue function) {
            return function;
        }
        throw new IllegalStateException("lib.modules.rare." + name + " is no function");
    }

    /** The result of a function, which mostly is to throw. */
    Value raise(String name, Value a, Value b, Value c) {
        return Functions.call(function(name), a, b, c);
    }

    private static Value select(Value set, Symbol name) {
        AttrsValue attrs = Given.attrs(set, "modules");
        return Expect.attribute(attrs, name, "while evaluating lib.modules");
    }
}
