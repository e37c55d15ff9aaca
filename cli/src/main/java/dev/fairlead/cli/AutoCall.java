package dev.fairlead.cli;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/**
 * Calls functions that stand where a value is wanted with arguments that are known beforehand, as the programs of Nix do.
 *
 * @param arguments by name
 */
public record AutoCall(AttrsValue arguments) {
    private static final Symbol FUNCTOR = Symbol.of("__functor");

    /**
     * The result of a function that takes a set apart, else the value itself; forced.
     *
     * @throws EvalException if an argument is missing, or the evaluation fails
     */
    public Value result(Value value) {
        Value forced = value.force();
        if (Functions.isFunctor(forced) && forced instanceof AttrsValue set) {
            Value functor = set.get(FUNCTOR);
            return functor == null ? forced : result(Functions.call(functor, set));
        }
        if (!(forced instanceof FunctionValue function)) {
            return forced;
        }
        Formals formals = function.formals();
        return formals == null ? forced : function.call(chosen(formals)).force();
    }

    /** The arguments that a function takes. */
    private AttrsValue chosen(Formals formals) {
        requireAll(formals);
        if (formals.ellipsis()) {
            return arguments;
        }
        AttrsBuilder chosen = new AttrsBuilder(formals.formals().size());
        for (Formals.Formal formal : formals.formals()) {
            Value given = arguments.get(formal.name());
            if (given != null) {
                chosen.add(formal.name(), given);
            }
        }
        return chosen.build();
    }

    private void requireAll(Formals formals) {
        for (Formals.Formal formal : formals.formals()) {
            if (!formal.optional() && arguments.get(formal.name()) == null) {
                String name = formal.name().name();
                throw new EvalException(
                        EvalException.Kind.MISSING_ARGUMENT,
                        "cannot evaluate a function that has an argument without a value ('" + name + "'); --arg "
                                + name + " EXPR gives it one",
                        formal.position());
            }
        }
    }
}
