package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Vocabulary;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.policy.Because;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code produce} gave for one fact. Actions that change something do it to the fact at hand, or to its service
 * or scope, unless they name another.
 *
 * @param world knows the scopes and services that actions may name
 */
record ActionReader(Rule rule, RuleFact fact, World world, Places places) {
    private static final Set<String> REPORT = Set.of("message", "subject", "fix", "related");
    private static final Set<String> SHIPPED_REPORT = Set.of("id", "message", "subject", "fix", "related");

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
                throw failure(Finding.of(
                                FindingId.EVALUATION,
                                path() + " must give an action or a list of actions, but gives "
                                        + produced.type().description() + ".")
                        .fix("write actions.error \"...\", or [ ] for nothing"));
        }
    }

    private String path() {
        return "den.rules." + rule.name() + ".produce";
    }

    private FindingException failure(Finding.Builder finding) {
        return new FindingException(finding.at(rule.place()).build(), 0);
    }

    private FindingException wrong(String word, String expected, Value found) {
        return failure(Finding.of(
                FindingId.EVALUATION,
                "actions." + word + " of rule " + rule.name() + " needs " + expected + ", but gets "
                        + found.type().description() + "."));
    }

    private Action action(AttrsValue set) {
        Value tag = set.get(Vocabulary.ACTION);
        Value cell = set.get(Vocabulary.VALUE);
        if (tag == null || cell == null || !(tag.force() instanceof StringValue text)) {
            throw failure(Finding.of(FindingId.EVALUATION, path() + " gives an action that actions did not make."));
        }
        String word = text.text();
        Value argument = cell.force();
        return switch (word) {
            case "error" -> report(Severity.ERROR, word, argument);
            case "warn" -> report(Severity.WARNING, word, argument);
            case "note" -> report(Severity.NOTE, word, argument);
            default -> new Action.Changing(change(word, argument));
        };
    }

    private Change change(String word, Value argument) {
        return switch (word) {
            case "include" -> include(argument);
            case "exclude" -> {
                var given = given(word, argument, "aspect", Set.of("aspect", "scope"));
                yield new Change.Exclude(scope(given), aspect(word, given), because());
            }
            case "tag" -> {
                var given = given(word, argument, "tag", Set.of("tag", "scope", "service"));
                yield new Change.Tag(scopeOrService(given), required(given, "tag"), because());
            }
            case "require" -> {
                var given = given(
                        word,
                        argument,
                        "capability",
                        Set.of("capability", "service", "cardinality", "late", "from", "request"));
                Value entry = without(given.set(), Set.of("capability", "service"));
                yield new Change.Require(service(given), required(given, "capability"), entry, data(entry), because());
            }
            case "provide" -> {
                var given = given(word, argument, "capability", Set.of("capability", "service", "visibility", "data"));
                Value entry = entry(given);
                yield new Change.Provide(service(given), required(given, "capability"), entry, data(entry), because());
            }
            case "bind" -> {
                var given = given(word, argument, null, Set.of("capability", "to", "scope", "service"));
                String capability =
                        given.cell("capability") == null && fact.kind().equals(World.REQUIREMENT)
                                ? capabilityOfFact()
                                : required(given, "capability");
                yield new Change.Bind(scopeOrService(given), capability, required(given, "to"), because());
            }
            case "set" -> {
                var given = given(word, argument, null, Set.of("path", "value", "scope"));
                Value value = given.cell("value");
                if (value == null) {
                    throw failure(Finding.of(FindingId.EVALUATION, given.path() + " needs \"value\"."));
                }
                yield new Change.Assign(
                        scope(given),
                        required(given, "path"),
                        value,
                        data(value),
                        given.set().position(Symbol.of("value")),
                        because());
            }
            case "allocate" -> allocate(argument);
            case "backend" -> {
                var given = given(word, argument, null, Set.of("class", "backend", "scope", "service"));
                yield new Change.Backend(
                        scopeOrService(given), required(given, "class"), required(given, "backend"), because());
            }
            default -> {
                String nearest = Suggestions.nearest(Bytes.decode(word), Vocabulary.actionWords());
                throw failure(Finding.of(
                                FindingId.EVALUATION,
                                path() + " gives an action \"" + Bytes.decode(word)
                                        + "\", which Fairlead does not know.")
                        .fix(nearest == null ? null : "did you mean actions." + nearest + "?"));
            }
        };
    }

    private Because because() {
        return new Because(rule.name(), rule.priority(), fact.id(), rule.place());
    }

    /** The argument as a set; what is no set stands for the attribute that matters most. */
    private WrittenSet given(String word, Value argument, @Nullable String brief, Set<String> known) {
        AttrsValue set;
        if (argument instanceof AttrsValue attrs
                && (brief == null || attrs.get(brief) != null || AspectPath.of(attrs) == null)) {
            set = attrs;
        } else if (brief != null) {
            set = new AttrsBuilder(1).add(Symbol.of(brief), argument).build();
        } else {
            throw wrong(word, "a set", argument);
        }
        var given =
                new WrittenSet(set, "actions." + word + " of rule " + rule.name(), rule.place(), places, finding -> {
                    throw new FindingException(finding, 0);
                });
        given.allow(known);
        return given;
    }

    private static String required(WrittenSet given, String name) {
        String text = given.required(name);
        return text == null ? "" : text; // never null: what is wrong was thrown
    }

    private Action report(Severity severity, String word, Value argument) {
        WrittenSet given = given(word, argument, "message", rule.shipped() ? SHIPPED_REPORT : REPORT);
        Optional<FindingId> id = Optional.ofNullable(given.text("id")).flatMap(FindingId::of);
        String subject = given.cell("subject") == null
                ? null
                : known(given, "subject").home().subject();
        return new Action.Reporting(
                id.orElse(FindingId.RULE),
                severity,
                required(given, "message"),
                subject,
                given.text("fix"),
                given.texts("related"));
    }

    /** An aspect, its path, or what a list of includes may have besides; with the scope, if it is another. */
    private Change include(Value argument) {
        boolean named = argument instanceof AttrsValue set && set.get("aspect") != null && AspectPath.of(set) == null;
        if (!named) {
            String name = nameOf(argument);
            return new Change.Include(fact.home().scope(), argument, name, name, because());
        }
        WrittenSet given = given("include", argument, "aspect", Set.of("aspect", "instance", "settings", "scope"));
        Value aspect = given.set().get("aspect");
        if (aspect == null) {
            throw wrong("include", "an aspect", argument);
        }
        String name = nameOf(aspect.force());
        String instance = given.text("instance");
        boolean plain = instance == null && given.cell("settings") == null;
        Value include = plain ? aspect : without(given.set(), Set.of("scope"));
        return new Change.Include(scope(given), include, name, plain ? name : name + data(include), because());
    }

    /** What an include is told apart by. */
    private String nameOf(Value aspect) {
        return switch (aspect) {
            case StringValue path -> Bytes.decode(path.text());
            case AttrsValue set -> {
                String path = AspectPath.of(set);
                yield path == null ? data(set) : path;
            }
            case FunctionValue function -> {
                String path = AspectPath.of(function);
                yield path == null ? data(function) : path;
            }
            default -> throw wrong("include", "an aspect or its path", aspect);
        };
    }

    private String aspect(String word, WrittenSet given) {
        Value aspect = given.value("aspect");
        String path = aspect instanceof StringValue text
                ? Bytes.decode(text.text())
                : aspect == null ? null : AspectPath.of(aspect);
        if (path == null) {
            throw wrong(word, "an aspect or its path", aspect == null ? given.set() : aspect);
        }
        return path;
    }

    private Change allocate(Value argument) {
        WrittenSet given;
        if (argument instanceof IntValue) {
            given = given("allocate", argument, "number", Set.of("number"));
        } else {
            given = given("allocate", argument, null, Set.of("number", "port", "service"));
        }
        Integer number = given.whole("number");
        if (number == null || number < 1 || number > 65535) {
            throw failure(
                    Finding.of(FindingId.EVALUATION, given.path() + " needs the number of a port, from 1 to 65535."));
        }
        boolean ofFact = given.cell("port") == null && fact.kind().equals(World.PORT);
        String port = ofFact ? fact.name() : required(given, "port");
        String service = service(given);
        if (world.find(World.PORT, "port:" + service + "/" + port) == null) {
            throw failure(Finding.of(
                    FindingId.EVALUATION,
                    given.path() + " is for the port \"" + port + "\" of " + service + ", which has no such port."));
        }
        return new Change.Allocate(service, port, number, because());
    }

    private String capabilityOfFact() {
        Value capability = fact.fields().get("capability");
        return capability != null && capability.force() instanceof StringValue text ? Bytes.decode(text.text()) : "";
    }

    private static AttrsValue without(AttrsValue set, Set<String> names) {
        var rest = new AttrsBuilder(set.size());
        for (int i = 0; i < set.size(); i++) {
            if (!names.contains(set.name(i).name())) {
                rest.add(set.name(i), set.value(i), set.position(i));
            }
        }
        return rest.build();
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

    /** A value in a form that can be compared: it is computed anew in every round. */
    private String data(Value value) {
        return NixData.of(value, places).toString();
    }

    /** The scope that an action names, or the one that the fact lies in. */
    private String scope(WrittenSet given) {
        return given.cell("scope") == null
                ? fact.home().scope()
                : known(given, "scope").id();
    }

    /** The service that an action names, or the one that the fact is or belongs to. */
    private String service(WrittenSet given) {
        if (given.cell("service") != null) {
            return known(given, "service").id();
        }
        if (world.service(fact.home().subject()) == null) {
            throw failure(Finding.of(
                            FindingId.EVALUATION, given.path() + " is about a service, but fires on " + fact.id() + ".")
                    .fix("name the service, or run the rule on = \"service\""));
        }
        return fact.home().subject();
    }

    /** What an action names, or what the fact is or belongs to. */
    private String scopeOrService(WrittenSet given) {
        if (given.cell("service") != null) {
            return known(given, "service").id();
        }
        return given.cell("scope") == null
                ? fact.home().subject()
                : known(given, "scope").id();
    }

    /** The scope or service whose id an attribute has. */
    private RuleFact known(WrittenSet given, String name) {
        String id = required(given, name);
        RuleFact found = id.startsWith("service:") ? world.service(id) : world.scope(id);
        if (found == null) {
            throw failure(Finding.of(
                            FindingId.UNKNOWN_SCOPE,
                            given.path() + " names \"" + id + "\", which is no scope or service of this fleet.")
                    .fix(suggestion(id)));
        }
        return found;
    }

    private @Nullable String suggestion(String id) {
        var ids = new ArrayList<String>();
        for (String kind : world.kinds()) {
            if (world.isScope(kind) || kind.equals(World.SERVICE)) {
                world.facts(kind).forEach(each -> ids.add(each.id()));
            }
        }
        String nearest = Suggestions.nearest(id, ids);
        return nearest == null
                ? "write an id, such as \"" + fact.home().scope() + "\""
                : "did you mean \"" + nearest + "\"?";
    }
}
