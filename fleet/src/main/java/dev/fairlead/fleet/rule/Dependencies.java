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
    private final Set<Edge> acquitted = new HashSet<>();

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

    /** Whether a rule seems to be kept from firing by what another makes. */
    boolean isNegative(String maker, String reader) {
        return edges(Set.of(maker, reader)).contains(new Edge(maker, reader, true));
    }

    /** A rule is not kept from firing by another after all. */
    void acquit(String maker, String reader) {
        acquitted.add(new Edge(maker, reader, true));
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
        Edge strict = new Edge(maker, reader, true);
        boolean negated =
                meet(things.topics(), negative) || meet(things.taken(), negative) || meet(things.taken(), positive);
        if (negated && !acquitted.contains(strict)) {
            edges.add(strict);
        } else if (meet(things.topics(), positive)
                || !Collections.disjoint(things.services(), firedOn.getOrDefault(reader, Set.of()))) {
            edges.add(new Edge(maker, reader, false));
        }
    }

    private static boolean meet(Topics made, Set<Topic> read) {
        return read.stream().anyMatch(made::meet);
    }
}
