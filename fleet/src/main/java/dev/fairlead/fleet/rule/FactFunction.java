package dev.fairlead.fleet.rule;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;

/**
 * Functions of facts: {@code ctx: ...}, {@code id: ctx: ...}, or one that takes the fact apart ({@code { port, host, ... }: ...}),
 * whose arguments are then a condition.
 */
final class FactFunction {
    private FactFunction() {}

    /** Whether a fact has all that the function takes out of it. */
    static boolean accepts(FunctionValue function, RuleFact fact) {
        Formals formals = function.formals();
        return formals == null
                || formals.formals().stream()
                        .allMatch(formal -> formal.optional() || fact.fields().get(formal.name()) != null);
    }

    /**
     * What the function says of a fact, in weak head normal form.
     *
     * @throws dev.fairlead.nix.value.EvalException if its evaluation fails
     */
    static Value call(FunctionValue function, RuleFact fact) {
        Value result = function.call(argument(function, fact));
        return result instanceof FunctionValue curried && function.formals() == null
                ? ofIdAndFact(function, curried, fact)
                : result;
    }

    private static Value ofIdAndFact(FunctionValue function, FunctionValue curried, RuleFact fact) {
        Value id = new StringValue(Bytes.encode(fact.id()));
        Value applied = function.call(id);
        return applied instanceof FunctionValue inner ? inner.call(argument(inner, fact)) : curried;
    }

    /** A function without an ellipsis is not given more than it asks for. */
    private static AttrsValue argument(FunctionValue function, RuleFact fact) {
        Formals formals = function.formals();
        if (formals == null || formals.ellipsis()) {
            return fact.fields();
        }
        var asked = new AttrsBuilder(formals.formals().size());
        for (Formals.Formal formal : formals.formals()) {
            Value value = fact.fields().get(formal.name());
            if (value != null) {
                asked.add(formal.name(), value);
            }
        }
        return asked.build();
    }
}
