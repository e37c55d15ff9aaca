package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what one rule makes really keeps another from firing. Records of reads are coarse: a function that looks for one
 * tag reads all of them, so two rules that each look for their own seem to depend on each other. Before that is held
 * against them, it is tried: do the facts that the one matches, or what it asks for on them, differ with and without what
 * the other asks for?
 */
final class Influences {
    private final Matcher matcher;
    private final Dependencies dependencies;
    private final Map<String, Change> asked = new HashMap<>();

    Influences(Matcher matcher, Dependencies dependencies) {
        this.matcher = matcher;
        this.dependencies = dependencies;
    }

    /** Remembers what rules ask for. */
    void asked(Policy policy) {
        for (Change change : policy.changes()) {
            asked.putIfAbsent(change.because().rule() + "\n" + change.key(), change);
        }
    }

    /** Drops the dependencies on circles that turn out to be none; true if there are any. */
    boolean acquit(List<List<String>> circles, Map<String, Rule> rules) {
        boolean acquitted = false;
        for (List<String> circle : circles) {
            for (int i = 0; i < circle.size(); i++) {
                String maker = circle.get(i);
                Rule reader = rules.get(circle.get((i + 1) % circle.size()));
                if (reader != null && dependencies.isNegative(maker, reader.name()) && !matters(maker, reader)) {
                    dependencies.acquit(maker, reader.name());
                    acquitted = true;
                }
            }
        }
        return acquitted;
    }

    private boolean matters(String maker, Rule reader) {
        Policy all = Policy.of(asked.values());
        Policy less = all.without(change -> change.because().rule().equals(maker));
        boolean takes = all.changes().stream()
                .anyMatch(change -> change instanceof Change.Exclude
                        && change.because().rule().equals(maker));
        Set<String> with = effects(reader, all);
        Set<String> without = effects(reader, less);
        return takes ? !with.equals(without) : !with.containsAll(without);
    }

    /** The facts that a rule matches, and the changes that it asks for on each; its reports change nothing. */
    private Set<String> effects(Rule rule, Policy policy) {
        var effects = new HashSet<String>();
        World shown = matcher.shown(rule, policy);
        for (RuleFact fact : matcher.matches(rule, shown, policy, (failed, failure) -> {})) {
            effects.add(fact.id());
            for (Action action : matcher.produce(rule, fact, shown, (failed, failure) -> {})) {
                if (action instanceof Action.Changing(Change change)) {
                    effects.add(fact.id() + "\n" + change.key());
                }
            }
        }
        return effects;
    }
}
