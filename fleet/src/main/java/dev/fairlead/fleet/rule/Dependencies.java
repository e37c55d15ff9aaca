package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.rule.Groups.Edge;
import dev.fairlead.fleet.rule.Makes.Made;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What rules were seen to read and to make so far. Only grows, so that groups computed from it come to rest. */
final class Dependencies {
    private final Map<String, Set<Topic>> read = new HashMap<>();
    private final Map<String, Set<Topic>> readNegatively = new HashMap<>();
    private final Map<String, Set<String>> firedOn = new HashMap<>();
    private final Map<String, Made> made = new HashMap<>();

    /** A rule that fires depends on what it read, and on the fact it fires on. */
    void fired(Rule rule, RuleFact fact, Set<Topic> topics) {
        add(read, rule, topics);
        add(firedOn, rule, Set.of(fact.home().subject()));
    }

    /** A rule depends on what it read negatively whether it fires or not. */
    void readNegatively(Rule rule, Set<Topic> topics) {
        add(readNegatively, rule, topics);
    }

    private static <T> void add(Map<String, Set<T>> sets, Rule rule, Set<T> more) {
        if (!more.isEmpty()) {
            sets.computeIfAbsent(rule.name(), key -> new HashSet<>()).addAll(more);
        }
    }

    Map<String, Made> made() {
        return made;
    }

    /** That a rule depends on another, for all pairs of those in {@code rules}. */
    Set<Edge> edges(Set<String> rules) {
        var edges = new HashSet<Edge>();
        made.forEach((maker, things) -> {
            for (String reader : rules) {
                if (!reader.equals(maker) && rules.contains(maker)) {
                    edge(maker, things, reader, edges);
                }
            }
        });
        return edges;
    }

    private void edge(String maker, Made things, String reader, Set<Edge> edges) {
        Set<Topic> positive = read.getOrDefault(reader, Set.of());
        Set<Topic> negative = readNegatively.getOrDefault(reader, Set.of());
        if (meet(things.topics(), negative) || meet(things.taken(), negative) || meet(things.taken(), positive)) {
            edges.add(new Edge(maker, reader, true));
        } else if (meet(things.topics(), positive)
                || !Collections.disjoint(things.services(), firedOn.getOrDefault(reader, Set.of()))) {
            edges.add(new Edge(maker, reader, false));
        }
    }

    private static boolean meet(Topics made, Set<Topic> read) {
        return read.stream().anyMatch(made::meet);
    }
}
