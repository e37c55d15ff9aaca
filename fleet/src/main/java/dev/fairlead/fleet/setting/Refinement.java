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

    /** What stands where a condition must and is none, or null. */
    static @Nullable Value flaw(Value conditions) {
        for (Value condition : all(conditions)) {
            if (!(condition.force() instanceof AttrsValue set) || set.get("check") == null) {
                return condition.force();
            }
        }
        return null;
    }

    private static Value[] all(Value conditions) {
        return conditions.force() instanceof ListValue list ? list.items() : new Value[] {conditions};
    }

    /**
     * The message of the first condition that does not hold for a value, or null if all do.
     *
     * @param conditions without a {@link #flaw}
     * @throws EvalException if computing one fails
     */
    static @Nullable String refusal(Value conditions, Value value) {
        for (Value condition : all(conditions)) {
            String refusal = condition.force() instanceof AttrsValue set ? one(set, value) : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable String one(AttrsValue set, Value value) {
        Value check = set.get("check");
        Value held = check == null ? BoolValue.TRUE : Functions.call(check, value);
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
