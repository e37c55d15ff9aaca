package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Unsettled;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code fleet} answers besides what is declared: while a rule runs, each query is answered from the fleet as it is
 * at that moment, every time anew. Anywhere else a query is an error, since what it asks for depends on its asker.
 */
public final class FleetQueries {
    /** Every query, and {@code count}, which has those that answer with lists and counts them. */
    public static final List<String> NAMES = List.of(
            "brief",
            "count",
            "environments",
            "fact",
            "facts",
            "hosts",
            "select",
            "services",
            "servicesOf",
            "servicesProviding",
            "servicesRequiring",
            "servicesUsingPort",
            "users");

    /** Answers queries for one rule that runs. */
    public interface Respondent {
        /** The answer to one of {@link #NAMES}: a value, or a function if the query has an argument. */
        Value answer(String query);
    }

    private @Nullable Respondent respondent;

    /** Does something that may ask; that may not, if there is no respondent. */
    public <T> T answering(@Nullable Respondent answers, Supplier<T> work) {
        Respondent before = respondent;
        respondent = answers;
        try {
            return work.get();
        } finally {
            respondent = before;
        }
    }

    /** {@code fleet}: what is declared, and the queries. */
    public AttrsValue with(AttrsValue declared) {
        var attrs = new AttrsBuilder(declared.size() + NAMES.size());
        for (String query : NAMES) {
            Symbol name = Symbol.of(query);
            attrs.add(name, new Query(query, declared.get(name)), declared.position(name));
        }
        for (int i = 0; i < declared.size(); i++) {
            attrs.add(declared.name(i), declared.value(i), declared.position(i));
        }
        return attrs.build();
    }

    /** A cell that is never settled. */
    private final class Query extends Unsettled {
        private final String name;
        private final @Nullable Value declared;

        /** @param declared what an attribute of the fleet with this name says; outside of rules it is that */
        Query(String name, @Nullable Value declared) {
            this.name = name;
            this.declared = declared;
        }

        @Override
        protected Value compute() {
            Respondent answers = respondent;
            if (answers != null) {
                return answers.answer(name);
            }
            if (declared != null) {
                return declared;
            }
            throw new FindingException(
                    Finding.of(FindingId.EVALUATION, "fleet." + name + " is asked where no rule runs.")
                            .fix("ask it in the condition, nac or produce of a rule in den.rules")
                            .build(),
                    0);
        }
    }
}
