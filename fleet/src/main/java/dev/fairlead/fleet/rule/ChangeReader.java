package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Set;

/** Reads actions that change something: each into the change of the policy that it asks for. */
record ChangeReader(FactAtHand hand, AspectArgument aspects) {
    ChangeReader(FactAtHand hand) {
        this(hand, new AspectArgument(hand));
    }

    /** How messages call what gave the actions. */
    String path() {
        return "den.rules." + hand.rule().name() + ".produce";
    }

    /** The change that an action asks for. */
    Change read(String word, Value argument) {
        return switch (word) {
            case "include" -> aspects.include(argument);
            case "exclude" -> {
                var given = hand.given(word, argument, "aspect", Set.of("aspect", "scope"));
                yield new Change.Exclude(hand.scope(given), aspects.path(word, given), hand.because());
            }
            case "tag" -> {
                var given = hand.given(word, argument, "tag", Set.of("tag", "scope", "service"));
                yield new Change.Tag(hand.scopeOrService(given), FactAtHand.required(given, "tag"), hand.because());
            }
            case "require" -> {
                var given = hand.given(
                        word,
                        argument,
                        "capability",
                        Set.of("capability", "service", "cardinality", "late", "from", "request"));
                Value entry = AspectArgument.without(given.set(), Set.of("capability", "service"));
                yield new Change.Require(
                        hand.service(given),
                        FactAtHand.required(given, "capability"),
                        entry,
                        aspects.data(entry),
                        hand.because());
            }
            case "provide" -> {
                var given =
                        hand.given(word, argument, "capability", Set.of("capability", "service", "visibility", "data"));
                Value entry = entry(given);
                yield new Change.Provide(
                        hand.service(given),
                        FactAtHand.required(given, "capability"),
                        entry,
                        aspects.data(entry),
                        hand.because());
            }
            case "bind" -> {
                var given = hand.given(word, argument, null, Set.of("capability", "to", "scope", "service"));
                String capability =
                        given.cell("capability") == null && hand.fact().kind().equals(World.REQUIREMENT)
                                ? capabilityOfFact()
                                : FactAtHand.required(given, "capability");
                yield new Change.Bind(
                        hand.scopeOrService(given), capability, FactAtHand.required(given, "to"), hand.because());
            }
            case "set" -> {
                var given = hand.given(word, argument, null, Set.of("path", "value", "scope"));
                Value value = given.cell("value");
                if (value == null) {
                    throw hand.failure(Finding.of(FindingId.EVALUATION, given.path() + " needs \"value\"."));
                }
                yield new Change.Assign(
                        hand.scope(given),
                        FactAtHand.required(given, "path"),
                        value,
                        aspects.data(value),
                        given.set().position(Symbol.of("value")),
                        hand.because());
            }
            case "allocate" -> allocate(argument);
            case "backend" -> {
                var given = hand.given(word, argument, null, Set.of("class", "backend", "scope", "service"));
                yield new Change.Backend(
                        hand.scopeOrService(given),
                        FactAtHand.required(given, "class"),
                        FactAtHand.required(given, "backend"),
                        hand.because());
            }
            default -> {
                String nearest = Suggestions.nearest(Bytes.decode(word), Vocabulary.actionWords());
                throw hand.failure(Finding.of(
                                FindingId.EVALUATION,
                                path() + " gives an action \"" + Bytes.decode(word)
                                        + "\", which Fairlead does not know.")
                        .fix(nearest == null ? null : "did you mean actions." + nearest + "?"));
            }
        };
    }

    private Change allocate(Value argument) {
        if (!(argument instanceof IntValue || argument instanceof AttrsValue)) {
            throw hand.wrong("allocate", "the number of a port", argument);
        }
        WrittenSet given = hand.given("allocate", argument, "number", Set.of("number", "port", "service"));
        Integer number = given.whole("number");
        if (number == null || number < 1 || number > 65535) {
            throw hand.failure(
                    Finding.of(FindingId.EVALUATION, given.path() + " needs the number of a port, from 1 to 65535."));
        }
        boolean ofFact = given.cell("port") == null && hand.fact().kind().equals(World.PORT);
        String port = ofFact ? hand.fact().name() : FactAtHand.required(given, "port");
        String service = hand.service(given);
        if (hand.world().find(World.PORT, "port:" + service + "/" + port) == null) {
            throw hand.failure(Finding.of(
                    FindingId.EVALUATION,
                    given.path() + " is for the port \"" + port + "\" of " + service + ", which has no such port."));
        }
        return new Change.Allocate(service, port, number, hand.because());
    }

    private String capabilityOfFact() {
        Value capability = hand.fact().fields().get("capability");
        return capability != null && capability.force() instanceof StringValue text ? Bytes.decode(text.text()) : "";
    }

    /** {@code { visibility; } // data}, as {@code meta.provides} has it. */
    private AttrsValue entry(WrittenSet given) {
        var entry = new AttrsBuilder(4);
        Value visibility = given.cell("visibility");
        if (visibility != null) {
            entry.add(Symbol.of("visibility"), visibility);
        }
        Value data = given.value("data");
        if (data instanceof AttrsValue set) {
            for (int i = 0; i < set.size(); i++) {
                entry.add(set.name(i), set.value(i), set.position(i));
            }
        } else {
            given.wrong("data", "a set", data);
        }
        return entry.build();
    }
}
