package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code produce} gave for one fact: actions that report, and actions that change something. */
final class ActionReader {
    private final FactAtHand hand;
    private final ReportReader reports;
    private final ChangeReader changes;

    ActionReader(Rule rule, RuleFact fact, World world, Places places) {
        this.hand = new FactAtHand(rule, fact, world, places);
        this.reports = new ReportReader(hand);
        this.changes = new ChangeReader(hand);
    }

    /**
     * The actions.
     *
     * @throws FindingException if they are none
     */
    List<Action> read(Value produced) {
        var actions = new ArrayList<Action>();
        collect(produced.force(), actions);
        return actions;
    }

    private void collect(Value produced, List<Action> actions) {
        switch (produced) {
            case ListValue list -> {
                for (Value item : list.items()) {
                    collect(item.force(), actions);
                }
            }
            case AttrsValue set when set.get(Vocabulary.ACTION) != null -> actions.add(action(set));
            default ->
                throw hand.failure(Finding.of(
                                FindingId.EVALUATION,
                                changes.path() + " must give an action or a list of actions, but gives "
                                        + produced.type().description() + ".")
                        .fix("write actions.error \"...\", or [ ] for nothing"));
        }
    }

    private Action action(AttrsValue set) {
        Value tag = set.get(Vocabulary.ACTION);
        Value cell = set.get(Vocabulary.VALUE);
        if (tag == null || cell == null || !(tag.force() instanceof StringValue text)) {
            throw hand.failure(
                    Finding.of(FindingId.EVALUATION, changes.path() + " gives an action that actions did not make."));
        }
        String word = text.text();
        Value argument = cell.force();
        return switch (word) {
            case "error" -> reports.read(Severity.ERROR, word, argument);
            case "warn" -> reports.read(Severity.WARNING, word, argument);
            case "note" -> reports.read(Severity.NOTE, word, argument);
            default -> new Action.Changing(changes.read(word, argument));
        };
    }
}
