package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.Firing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All rules of a group at once, on all facts of one world. They see the same world, so the order in which they are run
 * does not matter.
 */
final class Step {
    /** A finding that a rule asks for, and the fact that led to it. */
    record Report(Rule rule, RuleFact fact, Action.Reporting action) {}

    private static final Comparator<Firing> BY_RULE = Comparator.comparing(Firing::rule)
            .thenComparing(Firing::fact)
            .thenComparing(Firing::action)
            .thenComparing(Firing::target)
            .thenComparing(Firing::what);

    private record Match(RuleFact fact, List<Rule> rules) {}

    private static final Comparator<RuleFact> ORDER =
            Comparator.comparing(RuleFact::kind).thenComparing(RuleFact::id);

    private final List<Change> changes = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Finding> failures = new TreeMap<>();

    private Step() {}

    /**
     * What becomes of a policy.
     *
     * @param rules that fire
     * @param overriding rules of earlier groups, which fire no more but still override
     * @param group the group of a rule
     */
    static Step of(
            Collection<Rule> rules,
            Collection<Rule> overriding,
            Function<Rule, Object> group,
            Policy policy,
            Matcher matcher) {
        var step = new Step();
        var matches = new TreeMap<RuleFact, Match>(ORDER);
        var all = new ArrayList<>(rules);
        all.addAll(overriding);
        var shown = new HashMap<String, World>();
        for (Rule rule : all) {
            World world = matcher.shown(rule, policy);
            shown.put(rule.name(), world);
            for (RuleFact fact : matcher.matches(rule, world, policy, step::failed)) {
                matches.computeIfAbsent(fact, key -> new Match(key, new ArrayList<>()))
                        .rules()
                        .add(rule);
            }
        }
        var firing = new HashSet<>(rules);
        for (Match match : matches.values()) {
            for (Rule rule : Suppression.firing(match.rules(), group)) {
                if (firing.contains(rule)) {
                    step.fire(rule, match.fact(), Objects.requireNonNull(shown.get(rule.name())), matcher);
                }
            }
        }
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> names.add(rule.name()));
        for (Change change : policy.changes()) {
            if (!names.contains(change.because().rule())) {
                step.changes.add(change);
            }
        }
        return step;
    }

    private void fire(Rule rule, RuleFact fact, World shown, Matcher matcher) {
        for (Action action : matcher.produce(rule, fact, shown, this::failed)) {
            switch (action) {
                case Action.Changing(Change change) -> changes.add(change);
                case Action.Reporting reporting -> reports.add(new Report(rule, fact, reporting));
            }
        }
    }

    /** A rule that fails usually fails on every fact: the first stands for all. */
    private void failed(Rule rule, Finding failure) {
        failures.putIfAbsent(rule.name(), failure);
    }

    /** The policy: what these rules ask for, and what the others asked for before. */
    Policy policy() {
        return Policy.of(changes);
    }

    List<Report> reports() {
        return reports;
    }

    /** What the rules ask for, of which facts, by rule; only what rules of this step ask for if they are all there are. */
    List<Firing> firings() {
        return Stream.concat(
                        changes.stream().map(Change::firing), reports.stream().map(Step::firing))
                .distinct()
                .sorted(BY_RULE)
                .toList();
    }

    private static Firing firing(Report report) {
        Action.Reporting asked = report.action();
        String subject = asked.subject() == null ? report.fact().home().subject() : asked.subject();
        String word = switch (asked.severity()) {
            case ERROR -> "error";
            case WARNING -> "warn";
            case NOTE -> "note";
        };
        return new Firing(
                report.rule().name(),
                report.fact().id(),
                word,
                subject,
                asked.message(),
                report.rule().place());
    }

    /** The first failure of each rule that failed. */
    Map<String, Finding> failures() {
        return failures;
    }
}
