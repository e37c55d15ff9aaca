package dev.fairlead.fleet.select;

import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A scope or a service of a resolution. Its fields become values when a selector first asks for one. */
final class ResolvedFact implements Fact {
    private final String kind;
    private final String id;
    private final String name;
    private final Collection<String> tags;
    private final SortedMap<String, Data> data;
    private final @Nullable Fact parent;
    private final List<Fact> children;
    private @Nullable AttrsValue fields;

    /** @param children may still grow */
    ResolvedFact(
            String kind,
            String id,
            String name,
            Collection<String> tags,
            SortedMap<String, Data> data,
            @Nullable Fact parent,
            List<Fact> children) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.tags = tags;
        this.data = data;
        this.parent = parent;
        this.children = children;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hasTag(String tag) {
        return tags.contains(tag);
    }

    @Override
    public AttrsValue fields() {
        if (fields == null) {
            fields = set(data);
        }
        return fields;
    }

    @Override
    public @Nullable Fact parent() {
        return parent;
    }

    @Override
    public List<Fact> children() {
        return children;
    }

    private static AttrsValue set(SortedMap<String, Data> data) {
        var set = new AttrsBuilder(data.size());
        data.forEach((field, value) -> set.add(Symbol.of(Bytes.encode(field)), value(value)));
        return set.build();
    }

    private static Value value(Data data) {
        return switch (data) {
            case Data.Text(String text) -> new StringValue(Bytes.encode(text));
            case Data.Whole(long number) -> IntValue.of(number);
            case Data.Real(double number) -> new FloatValue(number);
            case Data.Truth(boolean truth) -> BoolValue.of(truth);
            case Data.Nothing() -> NullValue.NULL;
            case Data.Items(List<Data> items) ->
                new ListValue(items.stream().map(ResolvedFact::value).toArray(Value[]::new));
            case Data.Fields(SortedMap<String, Data> nested) -> set(nested);
            // A function, say: what it was is not in the resolution any more.
            case Data.Opaque(String what, String text) ->
                new StringValue(Bytes.encode(text.isEmpty() ? "<" + what + ">" : text));
        };
    }
}
