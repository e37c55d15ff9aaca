package dev.fairlead.fleet.declare;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words that a fleet has for what is data to Nix and means something to Fairlead: {@code sel.tag "web"} is
 * {@code { _selector = "tag"; value = "web"; }}, {@code actions.error "..."} is {@code { _action = "error"; value; }}.
 */
public final class Vocabulary {
    /** The tag of a selector: which of {@link #SELECTORS} made it. */
    public static final String SELECTOR = "_selector";

    /** The tag of an action. */
    public static final String ACTION = "_action";

    /** What a tagged set was made from. */
    public static final String VALUE = "value";

    private static final List<String> SELECTORS = List.of(
            "attrs", "kind", "name", "tag", "has", "within", "child", "parentMatches", "and", "any", "not", "when");
    private static final List<String> ACTIONS = List.of(
            "error",
            "warn",
            "note",
            "include",
            "exclude",
            "require",
            "provide",
            "set",
            "bind",
            "tag",
            "allocate",
            "backend");

    private Vocabulary() {}

    /** The words of {@code sel}. */
    public static List<String> selectorWords() {
        return Stream.concat(SELECTORS.stream(), Stream.of("star")).toList();
    }

    /** The words of {@code actions}. */
    public static List<String> actionWords() {
        return ACTIONS;
    }

    /** {@code sel}. */
    public static AttrsValue selectors() {
        AttrsBuilder words = words(SELECTOR, SELECTORS);
        return words.add(Symbol.of("star"), tagged(SELECTOR, "star", BoolValue.TRUE))
                .build();
    }

    /** {@code actions}. */
    public static AttrsValue actions() {
        return words(ACTION, ACTIONS).build();
    }

    /** {@code gen-derive}. */
    static AttrsValue derive() {
        return new AttrsBuilder(2)
                .add(Symbol.of("actions"), actions())
                .add(Symbol.of("mkRule"), Builtin.of("mkRule", rule -> tagged("_type", "rule", rule)))
                .build();
    }

    private static AttrsBuilder words(String tag, List<String> names) {
        AttrsBuilder words = new AttrsBuilder(names.size() + 1);
        for (String name : names) {
            words.add(Symbol.of(name), Builtin.of(name, argument -> tagged(tag, name, argument)));
        }
        return words;
    }

    private static AttrsValue tagged(String tag, String name, Value value) {
        return new AttrsBuilder(2)
                .add(Symbol.of(tag), new StringValue(name))
                .add(Symbol.of(VALUE), value)
                .build();
    }
}
