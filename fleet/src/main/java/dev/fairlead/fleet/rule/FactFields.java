package dev.fairlead.fleet.rule;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a fact says, as the set that functions of rules get. */
public final class FactFields {
    private final AttrsBuilder attrs = new AttrsBuilder(16);

    /** A field that is a cell. */
    public FactFields value(String name, Value cell) {
        attrs.add(Symbol.of(Bytes.encode(name)), cell);
        return this;
    }

    /** A field that is text; {@code null} for none. */
    public FactFields text(String name, @Nullable String text) {
        return value(name, text == null ? NullValue.NULL : string(text));
    }

    /** A field that is computed when it is read. */
    public FactFields later(String name, Supplier<Value> compute) {
        return value(name, new Promise() {
            @Override
            protected Value compute() {
                return compute.get();
            }
        });
    }

    public FactFields number(String name, long number) {
        return value(name, IntValue.of(number));
    }

    public FactFields truth(String name, boolean truth) {
        return value(name, BoolValue.of(truth));
    }

    /** A field that is a list of texts. */
    public FactFields texts(String name, Collection<String> texts) {
        return value(name, strings(texts));
    }

    /**
     * The set, with what every fact has.
     *
     * @param data what else the fact says, where it is not called like a field
     */
    AttrsValue build(String kind, String id, String name, AttrsValue data) {
        text("kind", kind).text("id", id).text("name", name);
        for (int i = 0; i < data.size(); i++) {
            attrs.add(data.name(i), data.value(i), data.position(i));
        }
        return attrs.build();
    }

    /** A text. */
    public static Value string(String text) {
        return new StringValue(Bytes.encode(text));
    }

    /** A list of texts. */
    public static Value strings(Collection<String> texts) {
        return new ListValue(texts.stream().map(FactFields::string).toArray(Value[]::new));
    }

    static Value ids(List<? extends RuleFact> facts) {
        return new ListValue(facts.stream().map(fact -> string(fact.id())).toArray(Value[]::new));
    }
}
