package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.FleetQueries;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.rule.Observer.Reads;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the functions of rules, and records what they read.
 *
 * <p>A rule does not see what only its own actions made when it asks whether it must not fire ({@code nac}), nor what its
 * own actions took away: otherwise "include dnsmasq where nobody provides dns" would undo itself.
 */
final class Matcher {
    private final Worlds<?> worlds;
    private final Observer observer;
    private final FleetQueries queries;
    private final Dependencies dependencies;
    private final Places places;
    private final EvaluationFindings errors;

    Matcher(
            Worlds<?> worlds,
            Observer observer,
            FleetQueries queries,
            Dependencies dependencies,
            Places places,
            EvaluationFindings errors) {
        this.worlds = worlds;
        this.observer = observer;
        this.queries = queries;
        this.dependencies = dependencies;
        this.places = places;
        this.errors = errors;
    }

    /** The facts as a rule sees them. */
    World shown(Rule rule, Policy policy) {
        return worlds.of(policy.without(change -> change instanceof Change.Exclude && isOf(change, rule)));
    }

    private static boolean isOf(Change change, Rule rule) {
        return change.because().rule().equals(rule.name());
    }

    /**
     * The facts that a rule matches, by kind, then id.
     *
     * @param shown the facts as it sees them
     */
    List<RuleFact> matches(Rule rule, World shown, Policy policy, BiConsumer<Rule, Finding> failures) {
        Condition nac = rule.nac();
        World unmade = nac == null ? shown : worlds.of(policy.without(change -> isOf(change, rule)));
        var matches = new ArrayList<RuleFact>();
        for (String kind : shown.kinds()) {
            if (rule.runsOn(kind)) {
                for (RuleFact fact : shown.facts(kind)) {
                    Boolean matched = attempt(rule, fact, failures, () -> matches(rule, fact, shown, unmade));
                    if (matched != null && matched) {
                        matches.add(fact);
                    }
                }
            }
        }
        return matches;
    }

    /** @param unmade the facts without what the rule itself made */
    private boolean matches(Rule rule, RuleFact fact, World shown, World unmade) {
        var reads = new Reads();
        Condition condition = rule.condition();
        try {
            if (condition != null && !ask(rule, fact, shown, reads, false, () -> condition.holds(fact))) {
                return false;
            }
            Condition nac = rule.nac();
            if (nac != null) {
                RuleFact before = unmade.find(fact.kind(), fact.id());
                RuleFact seen = before == null ? fact : before;
                if (ask(rule, seen, unmade, reads, true, () -> nac.holds(seen))) {
                    return false;
                }
            }
            dependencies.fired(rule, fact, reads.positive());
            return true;
        } finally {
            dependencies.readNegatively(rule, reads.negative());
        }
    }

    /** What a rule asks for when it fires on a fact that it is shown; nothing if that fails. */
    List<Action> produce(Rule rule, RuleFact fact, World shown, BiConsumer<Rule, Finding> failures) {
        List<Action> actions = attempt(rule, fact, failures, () -> {
            var reads = new Reads();
            List<Action> read = ask(rule, fact, shown, reads, false, () -> {
                Value produce = rule.produce().force();
                Value produced =
                        produce instanceof FunctionValue function ? FactFunction.call(function, fact) : produce;
                List<Action> wanted = new ActionReader(rule, fact, shown, places).read(produced);
                wanted.forEach(action -> note(action, fact, shown));
                return wanted;
            });
            dependencies.fired(rule, fact, reads.positive());
            dependencies.readNegatively(rule, reads.negative());
            return read;
        });
        return actions == null ? List.of() : actions;
    }

    /** An action on another host than that of the fact makes the one depend on the other. */
    private void note(Action action, RuleFact fact, World shown) {
        if (action instanceof Action.Changing(Change change)) {
            RuleFact target = shown.scope(change.target());
            RuleFact changed = target == null ? shown.service(change.target()) : target;
            if (changed == null
                    || !Objects.equals(changed.home().host(), fact.home().host())) {
                observer.beyondHost();
            }
        }
    }

    private <T> T ask(Rule rule, RuleFact fact, World world, Reads reads, boolean negative, Supplier<T> work) {
        var respondent = new Queries(world, fact, observer, places, errors, rule.place());
        return observer.observing(reads, negative, () -> queries.answering(respondent, work));
    }

    private <T> @Nullable T attempt(
            Rule rule, RuleFact fact, BiConsumer<Rule, Finding> failures, Supplier<@Nullable T> work) {
        try {
            return work.get();
        } catch (EvalException | SyntaxException failure) {
            failures.accept(rule, errors.finding(failure, fact.home().subject(), rule.place()));
            return null;
        }
    }
}
