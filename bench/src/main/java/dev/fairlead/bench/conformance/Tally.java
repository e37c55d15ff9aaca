package dev.fairlead.bench.conformance;

import java.util.List;

/** The outcomes of one suite, which is one row of the table. */
record Tally(String suite, List<Outcome> outcomes) {
    Tally {
        outcomes = List.copyOf(outcomes);
    }

    long passed() {
        return outcomes.stream().filter(Outcome::passed).count();
    }

    List<Outcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.passed()).toList();
    }
}
