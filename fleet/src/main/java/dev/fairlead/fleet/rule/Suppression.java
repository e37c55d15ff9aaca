package dev.fairlead.fleet.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Which of the rules that match one fact fire on it. A rule that another overrides does not, even if the other is overridden
 * itself; those that are left fire by priority, and below one that is exclusive none of its group does.
 */
final class Suppression {
    private static final Comparator<Rule> HIGH_FIRST =
            Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::name);

    private Suppression() {}

    /** @param group the group of a rule */
    static List<Rule> firing(List<Rule> matching, Function<Rule, Object> group) {
        if (matching.size() < 2) {
            return matching;
        }
        var overridden = new HashSet<String>();
        for (Rule rule : matching) {
            for (String other : rule.overrides()) {
                if (!other.equals(rule.name())) {
                    overridden.add(other);
                }
            }
        }
        var firing = new ArrayList<Rule>();
        var least = new HashMap<Object, Integer>();
        for (Rule rule : matching.stream().sorted(HIGH_FIRST).toList()) {
            if (!overridden.contains(rule.name())
                    && rule.priority() >= least.getOrDefault(group.apply(rule), Integer.MIN_VALUE)) {
                firing.add(rule);
                if (rule.exclusive()) {
                    least.put(group.apply(rule), rule.priority());
                }
            }
        }
        return firing;
    }
}
