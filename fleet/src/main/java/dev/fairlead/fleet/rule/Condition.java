package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** What a rule asks of a fact before it fires, or before it does not. */
sealed interface Condition {
    /**
     * Whether it holds of a fact.
     *
     * @throws dev.fairlead.nix.value.EvalException if that cannot be computed
     */
    boolean holds(RuleFact fact);

    /** The same for every fact. */
    record Always(boolean truth) implements Condition {
        @Override
        public boolean holds(RuleFact fact) {
            return truth;
        }
    }

    /** A selector that chooses the fact. */
    record Chosen(Selector selector) implements Condition {
        @Override
        public boolean holds(RuleFact fact) {
            return selector.matches(fact);
        }
    }

    /**
     * A function that is true of the fact.
     *
     * @param path how messages call it: {@code den.rules.ports.nac}
     */
    record True(
            FunctionValue function, String path, @Nullable Place place) implements Condition {
        @Override
        public boolean holds(RuleFact fact) {
            if (!FactFunction.accepts(function, fact)) {
                return false;
            }
            Value result = FactFunction.call(function, fact);
            if (result instanceof BoolValue truth) {
                return truth.value();
            }
            throw new FindingException(
                    Finding.of(
                                    FindingId.EVALUATION,
                                    path + " must give a Boolean, but gives "
                                            + result.type().description() + ".")
                            .at(place)
                            .build(),
                    0);
        }
    }
}
