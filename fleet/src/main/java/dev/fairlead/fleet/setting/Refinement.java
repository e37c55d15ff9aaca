package dev.fairlead.fleet.setting;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** Conditions that a schema adds to the type of a field: {@code [ { check = v: ...; message = "..."; } ]}, or one. */
final class Refinement {
    private Refinement() {}

    /**
     * The message of the first condition that does not hold for a value, or null if all do.
     *
     * @param position where the field is declared
     * @throws EvalException if it is not written as conditions are, or computing one fails
     */
    static @Nullable String refusal(Value conditions, int position, Value value) {
        if (conditions.force() instanceof ListValue list) {
            for (Value condition : list.items()) {
                String refusal = one(condition.force(), position, value);
                if (refusal != null) {
                    return refusal;
                }
            }
            return null;
        }
        return one(conditions.force(), position, value);
    }

    private static @Nullable String one(Value condition, int position, Value value) {
        Value check = condition instanceof AttrsValue set ? set.get("check") : null;
        if (check == null || !(condition instanceof AttrsValue set)) {
            throw EvalException.type("a refinement must be { check = value: ...; message = \"...\"; }, but is "
                            + condition.type().description())
                    .at(position);
        }
        Value held = Functions.call(check, value);
        if (!(held instanceof BoolValue bool)) {
            throw EvalException.type("the check of a refinement must give a Boolean, but gives "
                            + held.type().description())
                    .at(set.position(Symbol.of("check")));
        }
        Value message = set.get("message");
        if (bool.value()) {
            return null;
        }
        return message != null && message.force() instanceof StringValue text
                ? Bytes.decode(text.text())
                : "it does not satisfy the check of its schema";
    }
}
