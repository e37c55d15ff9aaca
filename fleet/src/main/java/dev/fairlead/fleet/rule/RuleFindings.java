package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.rule.Step.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The findings that rules ask for, and those about rules. */
final class RuleFindings {
    private static final int MOST_RELATED = 20;

    /** What makes two findings one. */
    private record Identity(
            FindingId id,
            String rule,
            String message,
            @Nullable String host) {}

    private RuleFindings() {}

    /** One finding for all reports that say the same of one host; it lists the facts that led to it. */
    static List<Finding> of(List<Report> reports, World world) {
        var same = new LinkedHashMap<Identity, List<Report>>();
        for (Report report : reports) {
            var identity = new Identity(
                    report.action().id(),
                    report.rule().name(),
                    report.action().message(),
                    report.fact().home().host());
            same.computeIfAbsent(identity, key -> new ArrayList<>()).add(report);
        }
        return same.values().stream().map(all -> finding(all, world)).toList();
    }

    private static Finding finding(List<Report> reports, World world) {
        Report first = reports.getFirst();
        Place own = first.fact().home().location();
        var related = new TreeMap<String, Place>();
        for (Report report : reports) {
            relate(report.fact(), related);
            for (String id : report.action().related()) {
                RuleFact fact = world.any(id);
                if (fact != null) {
                    relate(fact, related);
                }
            }
        }
        if (related.size() == 1) {
            related.clear(); // only the fact the finding is about
        }
        Place rule = first.rule().place();
        var places = new ArrayList<Related>();
        related.forEach((id, place) -> places.add(new Related(id, place)));
        List<Related> shown = new ArrayList<>(places.subList(0, Math.min(places.size(), MOST_RELATED)));
        if (rule != null && own != null) {
            shown.add(new Related("the rule", rule));
        }
        String subject = first.action().subject();
        return Finding.of(first.action().id(), first.action().message())
                .severity(first.action().severity())
                .subject(subject == null ? first.fact().home().subject() : subject)
                .at(own == null ? rule : own)
                .related(shown)
                .fix(first.action().fix())
                .rule(first.rule().name())
                .build();
    }

    private static void relate(RuleFact fact, Map<String, Place> related) {
        if (fact.home().location() != null) {
            related.put(fact.id(), fact.home().location());
        }
    }

    /** Rules on a circle through negation: each reads what the one before it makes. */
    static Finding unstratified(List<Rule> circle) {
        String way = circle.stream().map(Rule::name).collect(Collectors.joining(" → ")) + " → "
                + circle.getFirst().name();
        return Finding.of(FindingId.UNSTRATIFIED_RULES, "Rules keep each other from firing, in a circle: " + way + ".")
                .at(circle.getFirst().place())
                .chain(chain(circle))
                .related(places(circle.subList(1, circle.size())))
                .fix("let the nac of one of them ask for something that the others do not make")
                .rule(circle.getFirst().name())
                .build();
    }

    private static List<String> chain(List<Rule> circle) {
        var chain = new ArrayList<String>();
        circle.forEach(rule -> chain.add("rule:" + rule.name()));
        chain.add("rule:" + circle.getFirst().name());
        return chain;
    }

    private static List<Related> places(List<Rule> rules) {
        var related = new ArrayList<Related>();
        for (Rule rule : rules) {
            if (rule.place() != null) {
                related.add(new Related("the rule " + rule.name(), rule.place()));
            }
        }
        return related;
    }

    /**
     * Rules that do not come to rest.
     *
     * @param rules that change their minds, at least one
     * @param oscillating what they ask for in one round and not in another
     */
    static Finding diverging(List<Rule> rules, Collection<Change> oscillating, World world) {
        Rule first = rules.getFirst();
        String names = rules.stream().map(Rule::name).collect(Collectors.joining(", "));
        var related = new ArrayList<>(places(rules.subList(1, rules.size())));
        for (Change change : oscillating) {
            RuleFact fact = world.any(change.because().fact());
            Place place = fact == null || fact.home().location() == null
                    ? first.place()
                    : fact.home().location();
            if (place != null && related.size() < MOST_RELATED) {
                related.add(new Related(
                        change.because().fact() + " makes " + change.because().rule() + " ask for \""
                                + change.key().lines().collect(Collectors.joining(" ")) + "\", and then no more",
                        place));
            }
        }
        return Finding.of(
                        FindingId.RULES_DIVERGE,
                        (rules.size() == 1 ? "The rule " + names + " does" : "The rules " + names + " do")
                                + " not come to rest: what " + (rules.size() == 1 ? "it asks" : "they ask")
                                + " for keeps changing.")
                .at(first.place())
                .related(related)
                .fix("ask in nac, not in condition, for what a rule itself changes")
                .rule(first.name())
                .build();
    }
}
