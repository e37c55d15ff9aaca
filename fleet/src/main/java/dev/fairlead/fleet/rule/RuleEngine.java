package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the policy that the rules of a fleet agree on: under it, they ask for exactly what it says.
 *
 * <p>Group by group, the rules of a group run on the world of the current policy, what they ask for becomes the next
 * policy, and so on until nothing changes; what a rule no longer asks for is withdrawn. Which groups there are is known
 * only from what rules were seen to read and make, so whenever that changes the groups the search starts anew with the
 * new ones. Records only grow, so this ends.
 */
public final class RuleEngine<S extends Snapshot> {
    private static final int MOST_ROUNDS = 100;

    private final Worlds<S> worlds;
    private final Matcher matcher;
    private final Dependencies dependencies = new Dependencies();
    private final Findings findings = new Findings();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Influences influences;
    private Groups groups;

    /**
     * @param snapshots the fleet under a policy; asked for one at a time
     * @param survey is told of rules that look beyond the host of the fact at hand
     */
    public RuleEngine(
            Declarations declarations,
            Function<Policy, S> snapshots,
            Places places,
            EvaluationFindings errors,
            ShippedRules shipped,
            Survey survey) {
        var observer = new Observer(declarations.globals().fleet(), survey);
        this.worlds = new Worlds<>(snapshots, observer);
        this.matcher = new Matcher(worlds, observer, declarations.globals().fleet(), dependencies, places, errors);
        this.influences = new Influences(matcher, dependencies);
        var reader = new RuleReader(new TreeSet<>(worlds.of(Policy.NONE).kinds()), places, errors, findings);
        shipped.all(declarations).forEach(rule -> reader.read(rule, true));
        declarations.registries().rules().forEach(rule -> reader.read(rule, false));
        reader.checkOverrides();
        reader.rules().forEach(rule -> rules.put(rule.name(), rule));
        if (rules.values().stream().anyMatch(this::looksAtChannels)) {
            observer.beyondHost();
        }
        this.groups = computeGroups();
    }

    /** Those that come with Fairlead look at state only, of which it is known who keeps it. */
    private boolean looksAtChannels(Rule rule) {
        return !rule.shipped()
                && worlds.of(Policy.NONE).kinds().stream()
                        .anyMatch(kind -> World.isOfChannels(kind) && rule.runsOn(kind));
    }

    /** What the rules agree on. Rules that cannot agree are findings, and the others are looked at without them. */
    public Verdict<S> run() {
        while (true) {
            Policy policy = Policy.NONE;
            for (int group = 0; policy != null && group <= groups.last(); group++) {
                policy = saturate(policy, group);
            }
            if (policy != null) {
                Step last = step(rules.values(), List.of(), policy);
                Policy next = last.policy();
                if (!regroup() && !next.equals(policy)) {
                    diverge(List.of(policy, next));
                } else if (next.equals(policy)) {
                    return verdict(policy, last);
                }
            }
        }
    }

    private Verdict<S> verdict(Policy policy, Step last) {
        findings.addAll(RuleFindings.of(last.reports(), worlds.of(policy)));
        findings.addAll(last.failures().values());
        return new Verdict<>(worlds.snapshot(policy), findings.sorted(), last.firings());
    }

    /**
     * Runs a group until it asks for nothing new; null if the search must start anew. The rules that come with Fairlead
     * only report, so they wait until the others have come to rest: no stratum is computed for them before.
     */
    private @Nullable Policy saturate(Policy start, int number) {
        List<Rule> group = rules.values().stream()
                .filter(rule -> groups.number(rule.name()) == number && !rule.shipped())
                .toList();
        var overriding = rules.values().stream()
                .filter(rule ->
                        groups.number(rule.name()) < number && !rule.overrides().isEmpty())
                .toList();
        var stages = new Stages(group, overriding, worlds.of(Policy.NONE));
        var seen = new ArrayList<Policy>(List.of(start));
        while (true) {
            Policy policy = seen.getLast();
            Policy next = policy;
            for (List<Rule> stage : stages.all()) {
                next = step(stage, overriding, policy).policy();
                if (!next.equals(policy)) {
                    break;
                }
            }
            record(next);
            if (regroup()) {
                return null;
            }
            if (next.equals(policy)) {
                return policy;
            }
            int before = seen.indexOf(next);
            seen.add(next);
            if (before >= 0 || seen.size() > MOST_ROUNDS) {
                diverge(seen.subList(Math.max(before, seen.size() - 3), seen.size()));
                return null;
            }
        }
    }

    private Step step(Collection<Rule> some, Collection<Rule> overriding, Policy policy) {
        return Step.of(some, overriding, this::groupOf, policy, matcher);
    }

    private Object groupOf(Rule rule) {
        return rule.group() == null ? groups.number(rule.name()) : rule.group();
    }

    private void record(Policy policy) {
        if (!policy.isEmpty()) {
            influences.asked(policy);
            Makes.record(policy, worlds.of(policy), rule -> withoutExcludes(rule, policy), dependencies.made());
        }
    }

    private World withoutExcludes(String rule, Policy policy) {
        return worlds.of(policy.without(change ->
                change instanceof Change.Exclude && change.because().rule().equals(rule)));
    }

    /** True if the groups are no longer those that the search began with. */
    private boolean regroup() {
        Groups next = computeGroups();
        while (!next.circles().isEmpty() && influences.acquit(next.circles(), rules)) {
            next = computeGroups();
        }
        if (!next.circles().isEmpty()) {
            for (List<String> circle : next.circles()) {
                List<Rule> known = known(circle);
                findings.add(RuleFindings.unstratified(known));
                known.forEach(rule -> rules.remove(rule.name()));
            }
            groups = computeGroups();
            return true;
        }
        boolean changed = !next.equals(groups);
        groups = next;
        return changed;
    }

    private Groups computeGroups() {
        Set<Groups.Edge> edges = dependencies.edges(rules.keySet());
        for (Rule rule : rules.values()) {
            for (String other : rule.overrides()) {
                if (rules.containsKey(other)) {
                    edges.add(new Groups.Edge(rule.name(), other, false));
                }
            }
        }
        Map<String, List<String>> named = rules.values().stream()
                .filter(rule -> rule.group() != null)
                .collect(Collectors.groupingBy(
                        rule -> String.valueOf(rule.group()),
                        TreeMap::new,
                        Collectors.mapping(Rule::name, Collectors.toList())));
        return Groups.of(rules.keySet(), edges, named.values());
    }

    private List<Rule> known(Collection<String> names) {
        return names.stream().map(rules::get).filter(Objects::nonNull).toList();
    }

    /**
     * Gives up the rules that ask for different things in the rounds of a circle of policies, but for those that only follow
     * others: they may come to rest without them.
     */
    private void diverge(List<Policy> circle) {
        var count = new HashMap<String, Integer>();
        var changes = new TreeMap<String, Change>();
        for (Policy policy : circle) {
            for (Change change : policy.changes()) {
                String key = change.because().rule() + "\n" + change.key();
                count.merge(key, 1, Integer::sum);
                changes.putIfAbsent(key, change);
            }
        }
        changes.keySet().removeIf(key -> count.getOrDefault(key, 0) == circle.size());
        var restless = new TreeSet<String>();
        changes.values().forEach(change -> restless.add(change.because().rule()));
        for (List<String> knot : Groups.knots(restless, dependencies.edges(restless))) {
            List<Change> oscillating = changes.values().stream()
                    .filter(change -> knot.contains(change.because().rule()))
                    .toList();
            findings.add(RuleFindings.diverging(known(knot), oscillating, worlds.of(circle.getFirst())));
            knot.forEach(rules::remove);
        }
        groups = computeGroups();
    }
}
