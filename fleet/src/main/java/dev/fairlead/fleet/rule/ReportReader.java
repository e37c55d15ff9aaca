package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.rule.Action.Mention;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads actions that report: a sentence, or {@code { message; subject; fix; related; candidates; }}. Items of the two lists
 * are ids of facts, or sets of an id and what to say of it.
 */
record ReportReader(FactAtHand hand) {
    private static final Set<String> REPORT = Set.of("message", "subject", "fix", "related", "candidates");
    private static final Set<String> SHIPPED_REPORT =
            Set.of("id", "message", "subject", "fix", "related", "candidates");

    Action.Reporting read(Severity severity, String word, Value argument) {
        WrittenSet given = hand.given(word, argument, "message", hand.rule().shipped() ? SHIPPED_REPORT : REPORT);
        Optional<FindingId> id = Optional.ofNullable(given.text("id")).flatMap(FindingId::of);
        String subject = given.cell("subject") == null
                ? null
                : hand.known(given, "subject").home().subject();
        String message = FactAtHand.required(given, "message");
        if (message.isBlank()) {
            throw hand.failure(Finding.of(FindingId.EVALUATION, given.path() + " says nothing.")
                    .fix("write what is wrong: actions." + word + " \"...\""));
        }
        Value fix = given.value("fix");
        return new Action.Reporting(
                id.orElse(FindingId.RULE),
                severity,
                message,
                subject,
                fix instanceof NullValue ? null : given.text("fix"),
                mentions(given, "related", "message"),
                mentions(given, "candidates", "reason"));
    }

    private List<Mention> mentions(WrittenSet given, String name, String words) {
        Value value = given.value(name);
        if (value instanceof StringValue || value instanceof AttrsValue) {
            return List.of(mention(given, name, words, value));
        }
        if (!(value instanceof ListValue list)) {
            given.wrong(name, "a list of ids of facts", value);
            return List.of();
        }
        var mentions = new ArrayList<Mention>(list.size());
        for (Value item : list.items()) {
            mentions.add(mention(given, name, words, item.force()));
        }
        return mentions;
    }

    private Mention mention(WrittenSet given, String name, String words, Value item) {
        AttrsValue set = item instanceof AttrsValue attrs
                ? attrs
                : new AttrsBuilder(1).add(Symbol.of("fact"), item).build();
        WrittenSet mention = hand.written(set, given.path() + "." + name, Set.of("fact", words));
        return new Mention(FactAtHand.required(mention, "fact"), said(mention, words));
    }

    private static @Nullable String said(WrittenSet mention, String words) {
        return words.equals("reason") ? FactAtHand.required(mention, words) : mention.text(words);
    }
}
