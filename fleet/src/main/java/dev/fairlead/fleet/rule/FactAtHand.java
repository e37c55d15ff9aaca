package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.policy.Because;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a rule fires on, for what its actions are given: they are about this fact, or its service or scope, unless
 * they name another. What is wrong with an action is thrown as a finding, which stands for the whole firing.
 *
 * @param world knows the scopes and services that actions may name
 */
record FactAtHand(Rule rule, RuleFact fact, World world, Places places) {

    /** Why a change is asked for. */
    Because because() {
        return new Because(rule.name(), rule.priority(), fact.id(), rule.place());
    }

    FindingException failure(Finding.Builder finding) {
        return new FindingException(finding.at(rule.place()).build(), 0);
    }

    FindingException wrong(String word, String expected, Value found) {
        return failure(Finding.of(
                FindingId.EVALUATION,
                called(word) + " needs " + expected + ", but gets "
                        + found.type().description() + "."));
    }

    /** The argument as a set; what is no set stands for the attribute that matters most. */
    WrittenSet given(String word, Value argument, @Nullable String brief, Set<String> known) {
        AttrsValue set;
        if (argument instanceof AttrsValue attrs
                && (brief == null || attrs.get(brief) != null || AspectPath.of(attrs) == null)) {
            set = attrs;
        } else if (brief != null) {
            set = new AttrsBuilder(1).add(Symbol.of(brief), argument).build();
        } else {
            throw wrong(word, "a set", argument);
        }
        return written(set, called(word), known);
    }

    /** How messages call an action. */
    private String called(String word) {
        return "den.rules." + rule.name() + ": actions." + word;
    }

    /** A set that may have some attributes and no others. */
    WrittenSet written(AttrsValue set, String path, Set<String> known) {
        var given = new WrittenSet(set, path, rule.place(), places, finding -> {
            throw new FindingException(finding, 0);
        });
        given.allow(known);
        return given;
    }

    static String required(WrittenSet given, String name) {
        String text = given.required(name);
        return text == null ? "" : text; // never null: what is wrong was thrown
    }

    /** The scope that an action names, or the one that the fact lies in. */
    String scope(WrittenSet given) {
        return given.cell("scope") == null ? fact.home().scope() : named(given, "scope", false);
    }

    /** The service that an action names, or the one that the fact is or belongs to. */
    String service(WrittenSet given) {
        if (given.cell("service") != null) {
            return named(given, "service", true);
        }
        if (world.service(fact.home().subject()) == null) {
            throw failure(Finding.of(
                            FindingId.EVALUATION, given.path() + " is about a service, but fires on " + fact.id() + ".")
                    .fix("name the service, or run the rule on = \"service\""));
        }
        return fact.home().subject();
    }

    /** The service or scope that an action names, or the one that the fact is or belongs to. */
    String scopeOrService(WrittenSet given) {
        if (given.cell("service") != null && given.cell("scope") != null) {
            throw failure(Finding.of(
                            FindingId.EVALUATION,
                            given.path() + " names both a scope and a service, but changes one of them only.")
                    .fix("leave out one of the two, or write an action for each"));
        }
        if (given.cell("service") != null) {
            return named(given, "service", true);
        }
        return given.cell("scope") == null ? fact.home().subject() : named(given, "scope", false);
    }

    private String named(WrittenSet given, String name, boolean service) {
        RuleFact found = known(given, name);
        if (found.kind().equals(World.SERVICE) != service) {
            throw failure(Finding.of(
                    FindingId.EVALUATION,
                    given.path() + " names \"" + found.id() + "\" as its " + name + ", which is "
                            + (service ? "a scope." : "a service.")));
        }
        return found.id();
    }

    /** The scope or service whose id an attribute has. */
    RuleFact known(WrittenSet given, String name) {
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

    private String suggestion(String id) {
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
