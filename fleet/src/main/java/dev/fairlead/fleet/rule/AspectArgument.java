package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.Set;

/** Reads the aspects that actions name: values, paths, or what a list of includes may have besides. */
record AspectArgument(FactAtHand hand) {

    /** An aspect, its path, or what a list of includes may have besides; with the scope, if it is another. */
    Change include(Value argument) {
        boolean named = argument instanceof AttrsValue set && set.get("aspect") != null && AspectPath.of(set) == null;
        if (!named) {
            String name = nameOf(argument);
            return new Change.Include(hand.fact().home().scope(), argument, label(argument), name, hand.because());
        }
        WrittenSet given = hand.given("include", argument, "aspect", Set.of("aspect", "instance", "settings", "scope"));
        Value aspect = given.set().get("aspect");
        if (aspect == null) {
            throw hand.wrong("include", "an aspect", argument);
        }
        String name = nameOf(aspect.force());
        String instance = given.text("instance");
        boolean plain = instance == null && given.cell("settings") == null;
        Value include = plain ? aspect : without(given.set(), Set.of("scope"));
        return new Change.Include(
                hand.scope(given), include, label(aspect.force()), plain ? name : name + data(include), hand.because());
    }

    /** What an include is called: the path of the aspect, if it has one. */
    private static String label(Value aspect) {
        String path = aspect instanceof StringValue text ? Bytes.decode(text.text()) : AspectPath.of(aspect);
        return path == null ? "an inline aspect" : path;
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
            default -> throw hand.wrong("include", "an aspect or its path", aspect);
        };
    }

    /** The path of the aspect that an action names. */
    String path(String word, WrittenSet given) {
        Value aspect = given.value("aspect");
        String path = aspect instanceof StringValue text
                ? Bytes.decode(text.text())
                : aspect == null ? null : AspectPath.of(aspect);
        if (path == null) {
            throw hand.wrong(word, "an aspect or its path", aspect == null ? given.set() : aspect);
        }
        return path;
    }

    /** A value in a form that can be compared: it is computed anew in every round. */
    String data(Value value) {
        return NixData.of(value, hand.places()).toString();
    }

    /** A set without some of its attributes. */
    static AttrsValue without(AttrsValue set, Set<String> names) {
        var rest = new AttrsBuilder(set.size());
        for (int i = 0; i < set.size(); i++) {
            if (!names.contains(set.name(i).name())) {
                rest.add(set.name(i), set.value(i), set.position(i));
            }
        }
        return rest.build();
    }
}
