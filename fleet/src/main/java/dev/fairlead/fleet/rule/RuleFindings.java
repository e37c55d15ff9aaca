package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.rule.Action.Mention;
import dev.fairlead.fleet.rule.Step.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        Place rule = first.rule().place();
        List<Related> related = related(reports, world);
        if (rule != null && own != null) {
            related.add(new Related("the rule", rule));
        }
        String subject = first.action().subject();
        return Finding.of(first.action().id(), first.action().message())
                .severity(first.action().severity())
                .subject(subject == null ? first.fact().home().subject() : subject)
                .at(own == null ? rule : own)
                .candidates(candidates(first.action().candidates(), world))
                .related(related)
                .fix(first.action().fix())
                .rule(first.rule().name())
                .build();
    }

    /** The facts that led to a finding and those it mentions: all of which something is said, and the first of the others. */
    private static List<Related> related(List<Report> reports, World world) {
        var known = new TreeMap<String, Related>();
        var said = new HashSet<String>();
        for (Report report : reports) {
            if (reports.size() > 1) { // else the finding stands at the fact itself
                relate(report.fact(), report.fact().id(), known, said);
            }
            for (Mention mention : report.action().related()) {
                RuleFact fact = world.any(mention.fact());
                if (fact != null) {
                    if (mention.words() != null) {
                        said.add(fact.id());
                        known.remove(fact.id());
                    }
                    relate(fact, mention.words() == null ? fact.id() : mention.words(), known, Set.of());
                }
            }
        }
        var related = new ArrayList<Related>();
        int others = 0;
        for (Map.Entry<String, Related> each : known.entrySet()) {
            if (said.contains(each.getKey()) || ++others <= MOST_RELATED) {
                related.add(each.getValue());
            }
        }
        return related;
    }

    private static void relate(RuleFact fact, String words, Map<String, Related> known, Set<String> said) {
        Place place = fact.home().location();
        if (place != null && !said.contains(fact.id())) {
            known.putIfAbsent(fact.id(), new Related(words, place));
        }
    }

    private static List<Candidate> candidates(List<Mention> mentions, World world) {
        var candidates = new ArrayList<Candidate>();
        for (Mention mention : mentions) {
            RuleFact fact = world.any(mention.fact());
            if (fact != null) {
                candidates.add(new Candidate(
                        fact.home().subject(),
                        Objects.requireNonNullElse(mention.words(), ""),
                        fact.home().location()));
            }
        }
        return candidates;
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
                .fix("ask in nac, not in condition or produce, for what a rule itself changes")
                .rule(first.name())
                .build();
    }
}
