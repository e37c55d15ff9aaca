package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads rules as they are written. What is wrong with one is a finding, and it is left out; the others are still read. */
final class RuleReader {
    private static final Set<String> FIELDS =
            Set.of("on", "condition", "nac", "produce", "priority", "overrides", "exclusive", "group", "identity");
    private static final String RULES = "den.rules.";

    private final Set<String> kinds;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;
    private final List<Rule> rules = new ArrayList<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final List<WrittenSet> overriding = new ArrayList<>();
    private boolean shipped;
    private boolean unread;

    /** @param kinds of facts that there are */
    RuleReader(Set<String> kinds, Places places, EvaluationFindings errors, Findings findings) {
        this.kinds = new TreeSet<>(kinds);
        this.places = places;
        this.errors = errors;
        this.findings = findings;
    }

    /** The rules, in the order they are written. */
    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** Reports overrides of rules that there are not, once all are read; while one cannot be read, its name is unknown. */
    void checkOverrides() {
        for (WrittenSet fields : unread ? List.<WrittenSet>of() : overriding) {
            for (String other : fields.texts("overrides")) {
                if (!names.contains(other)) {
                    String nearest = Suggestions.nearest(other, names);
                    findings.add(Finding.of(
                                    FindingId.EVALUATION,
                                    fields.path() + " overrides \"" + other + "\", but there is no rule of that name.")
                            .at(fields.place("overrides"))
                            .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?")
                            .build());
                }
            }
        }
    }

    /** Reads what stands under one name: a rule, or a list of rules. */
    RuleReader read(Declared declared, boolean ours) {
        shipped = ours;
        read(declared.name(), declared.value(), declared.location());
        return this;
    }

    private void read(String name, Value cell, @Nullable Place place) {
        try {
            Value value = cell.force();
            if (value instanceof AttrsValue set && isMade(set)) {
                Value made = set.get(Vocabulary.VALUE);
                value = made == null ? set : made.force();
            }
            switch (value) {
                case AttrsValue set -> readRule(name, set, place);
                case ListValue list -> readList(name, list, place);
                default -> {
                    unread = true;
                    report(
                            RULES + name + " must be a rule or a list of rules, but is "
                                    + value.type().description() + ".",
                            place);
                }
            }
        } catch (EvalException | SyntaxException failure) {
            unread = true;
            findings.add(errors.finding(failure, null, place));
        }
    }

    /** Whether {@code gen-derive.mkRule} made it. */
    private static boolean isMade(AttrsValue set) {
        Value type = set.get("_type");
        return type != null
                && type.force() instanceof StringValue text
                && text.text().equals("rule");
    }

    private void readList(String name, ListValue list, @Nullable Place near) {
        for (int i = 0; i < list.size(); i++) {
            Place own = places.at(list.position(i));
            read(name + "." + (i + 1), list.get(i), own == null ? near : own);
        }
    }

    private void readRule(String written, AttrsValue set, @Nullable Place place) {
        var wrong = new ArrayList<Finding>();
        var fields = new WrittenSet(set, RULES + written, place, places, wrong::add);
        fields.allow(FIELDS);
        String identity = fields.text("identity");
        String name = identity == null ? written : identity;
        names.add(name);
        Value produce = fields.value("produce");
        if (produce == null) {
            wrong.add(Finding.of(FindingId.EVALUATION, RULES + written + " has no \"produce\", so it does nothing.")
                    .at(place)
                    .fix("produce = fact: actions.error \"...\";")
                    .build());
        } else if (!givesActions(produce)) {
            fields.wrong("produce", "a function of the fact, an action or a list of actions", produce);
        }
        Integer priority = fields.whole("priority");
        Set<String> on = kinds(fields, wrong);
        Condition condition = condition(fields, "condition", wrong);
        Condition nac = condition(fields, "nac", wrong);
        var rule = new Rule(
                name,
                on,
                condition,
                nac,
                produce == null ? set : produce,
                priority == null ? 0 : priority,
                new HashSet<>(fields.texts("overrides")),
                fields.truth("exclusive"),
                fields.text("group"),
                shipped,
                place);
        if (rules.contains(rule)) {
            wrong.add(Finding.of(FindingId.EVALUATION, "Two rules are called \"" + name + "\".")
                    .at(place)
                    .fix("give one of them another identity")
                    .build());
        }
        findings.addAll(wrong);
        if (wrong.isEmpty()) {
            rules.add(rule);
            if (!rule.overrides().isEmpty()) {
                overriding.add(fields);
            }
        }
    }

    private static boolean givesActions(Value produce) {
        return produce instanceof FunctionValue
                || produce instanceof ListValue
                || (produce instanceof AttrsValue set && set.get(Vocabulary.ACTION) != null);
    }

    private Set<String> kinds(WrittenSet fields, List<Finding> wrong) {
        var on = new HashSet<String>();
        List<String> named = fields.texts("on");
        if (fields.value("on") instanceof ListValue list && list.size() == 0) {
            wrong.add(Finding.of(FindingId.EVALUATION, fields.path() + " is on facts of no kind, so it never fires.")
                    .at(fields.place("on"))
                    .fix("name kinds of facts, or leave \"on\" out for facts of every kind")
                    .build());
        }
        for (String kind : named) {
            if (kinds.contains(kind)) {
                on.add(kind);
            } else {
                String nearest = Suggestions.nearest(kind, kinds);
                wrong.add(Finding.of(
                                FindingId.EVALUATION,
                                fields.path() + " is on \"" + kind + "\", but facts are of the kinds "
                                        + String.join(", ", kinds) + ".")
                        .at(fields.place("on"))
                        .fix(nearest == null ? null : "did you mean \"" + nearest + "\"?")
                        .build());
            }
        }
        return on;
    }

    private @Nullable Condition condition(WrittenSet fields, String name, List<Finding> wrong) {
        Value value = fields.value(name);
        String path = fields.path() + "." + name;
        return switch (value) {
            case null -> null;
            case BoolValue truth -> new Condition.Always(truth.value());
            case FunctionValue function -> new Condition.True(function, path, fields.place(name));
            case AttrsValue set -> {
                var problems = new Findings();
                Selector selector =
                        new SelectorReader(kinds, places, errors, problems).read(set, path, null, fields.place(name));
                wrong.addAll(problems.sorted());
                yield selector == null ? null : new Condition.Chosen(selector);
            }
            default -> {
                fields.wrong(name, "a function of the fact or a selector", value);
                yield null;
            }
        };
    }

    private void report(String message, @Nullable Place place) {
        findings.add(Finding.of(FindingId.EVALUATION, message).at(place).build());
    }
}
