package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.FleetQueries;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Unsettled;
import dev.fairlead.nix.value.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees what the rule that is running reads of the fleet. */
final class Observer {
    /** What one run of a rule's functions read. */
    static final class Reads {
        private final Set<Topic> positive = new HashSet<>();
        private final Set<Topic> negative = new HashSet<>();

        Set<Topic> positive() {
            return positive;
        }

        Set<Topic> negative() {
            return negative;
        }
    }

    private final FleetQueries queries;
    private final Survey survey;
    private @Nullable Reads reads;
    private boolean negated;

    /**
     * @param queries are asked by rules only, so not by what a rule makes the fleet compute
     * @param survey is told of rules that look beyond the host of the fact at hand
     */
    Observer(FleetQueries queries, Survey survey) {
        this.queries = queries;
        this.survey = survey;
    }

    /** Does something that reads; negated if more facts can make it less true. */
    <T> T observing(Reads into, boolean negative, Supplier<T> work) {
        Reads before = reads;
        boolean wasNegated = negated;
        reads = into;
        negated = negative;
        try {
            return work.get();
        } finally {
            reads = before;
            negated = wasNegated;
        }
    }

    /** Does something whose reads are recorded by whoever asks for it. */
    <T> T unseen(Supplier<T> work) {
        Reads before = reads;
        reads = null;
        try {
            return work.get();
        } finally {
            reads = before;
        }
    }

    /** A rule looks at more than the host of the fact at hand. */
    void beyondHost() {
        survey.everyHost("a rule");
    }

    /** A rule looks at another host than that of the fact at hand, or at what is on it. */
    void looksAt(RuleFact other, RuleFact fact) {
        String from = fact.home().host();
        String to = other.home().host();
        if (to != null && from != null) {
            survey.looks(from, to);
        } else if (to != null) {
            beyondHost();
        }
    }

    void read(Topic topic) {
        read(topic, negated);
    }

    /** @param negative whether more of the topic may mean less of an answer, as with a number that is compared */
    void read(Topic topic, boolean negative) {
        if (reads != null) {
            (negative || negated ? reads.negative : reads.positive).add(topic);
        }
    }

    /** The tags of a fact: whoever looks for one of them reads that one only. */
    Predicate<String> tags(Fact fact, String id) {
        return tag -> {
            read(new Topic(Topic.Kind.TAG, tag, id));
            return fact.hasTag(tag);
        };
    }

    /** A cell that counts as a reading of the topic each time it is read. */
    Value watched(Topic topic, Value cell) {
        return new Watched(topic, cell);
    }

    /** Fields of which some count as readings of a topic each. */
    AttrsValue watched(AttrsValue fields, Map<String, Topic> topics) {
        Value[] cells = fields.values().clone();
        topics.forEach((name, topic) -> {
            int index = fields.shape().indexOf(Symbol.of(name));
            if (index >= 0) {
                cells[index] = watched(topic, cells[index]);
            }
        });
        return new AttrsValue(fields.shape(), cells, fields.positions());
    }

    private final class Watched extends Unsettled {
        private final Topic topic;
        private final Value cell;

        Watched(Topic topic, Value cell) {
            this.topic = topic;
            this.cell = cell;
        }

        @Override
        protected Value compute() {
            read(topic);
            return cell.isForced() ? cell.force() : queries.answering(null, cell::force);
        }
    }
}
