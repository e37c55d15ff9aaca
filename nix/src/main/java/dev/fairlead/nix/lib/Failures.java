package dev.fairlead.nix.lib;

import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** The rare cases of the module system, which are written in Nix: {@code module-failures.nix}. */
final class Failures {
    private final Value own;

    /** @param own {@link Catalogue#OWN} */
    Failures(Value own) {
        this.own = own;
    }

    FunctionValue function(String name) {
        Value found = Expect.attribute(Given.attrs(own, "modules"), Symbol.of(name), "while evaluating lib.modules");
        if (found.force() instanceof FunctionValue function) {
            return function;
        }
        throw new IllegalStateException("module-failures.nix has no function " + name);
    }

    /** The result of a function, which mostly is to throw. */
    Value raise(String name, Value a, Value b, Value c) {
        return Functions.call(function(name), a, b, c);
    }
}
