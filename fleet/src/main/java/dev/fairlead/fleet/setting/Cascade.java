package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.setting.SchemaNode.Group;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A schema and the layers that define its fields, most specific first. Nothing is computed before it is read, and each
 * field is computed once, however many scopes see the same layers.
 */
final class Cascade {
    private final Schema schema;
    private final List<String> path;
    private final List<Layer> layers;
    private final Blame blame;
    private final Schemas schemas;
    private final Map<List<Symbol>, FieldCascade> fields = new HashMap<>();

    /** @param path what the schema is of: the names of an aspect */
    Cascade(Schema schema, List<String> path, List<Layer> layers, Blame blame, Schemas schemas) {
        this.schema = schema;
        this.path = List.copyOf(path);
        this.layers = List.copyOf(layers);
        this.blame = blame;
        this.schemas = schemas;
    }

    Schema schema() {
        return schema;
    }

    List<String> path() {
        return path;
    }

    List<Layer> layers() {
        return layers;
    }

    Blame blame() {
        return blame;
    }

    Schemas schemas() {
        return schemas;
    }

    FieldCascade field(Field field) {
        return fields.computeIfAbsent(field.path(), _ -> new FieldCascade(this, field));
    }

    /** All fields: those of the schema, and those that layers define where it allows more. Forces the layers if so. */
    List<Field> allFields() {
        var all = new ArrayList<>(schema.fields());
        if (schema.isOpen()) {
            all.addAll(further().values());
        }
        return all;
    }

    /** The fields that no declaration is for. */
    private Map<Symbol, Field> further() {
        var further = new TreeMap<Symbol, Field>();
        OptionType freeform = schema.freeform();
        OptionType of = freeform == null ? null : freeform.nested("elemType");
        for (Layer layer : layers) {
            Contribution whole = layer.find(List.of(), blame);
            if (whole != null && whole.value() instanceof AttrsValue set) {
                for (int i = 0; i < set.size(); i++) {
                    Symbol name = set.name(i);
                    if (!schema.root().entries().containsKey(name)) {
                        further.computeIfAbsent(name, _ -> undeclared(name, of));
                    }
                }
            }
        }
        return further;
    }

    /** What has no schema is merged leaf by leaf; a freeform type has a say in what it takes. */
    private static Field undeclared(Symbol name, @Nullable OptionType type) {
        Strategy strategy = type == null ? Strategy.RECURSIVE : Strategy.REPLACE;
        return new Field(List.of(name), 0, type, null, strategy, 0, null, null, null);
    }

    /**
     * The fields as a set.
     *
     * @param missing what to say to who reads a field that nobody defines
     */
    AttrsValue value(Blame missing) {
        AttrsValue declared = group(schema.root(), missing);
        if (!schema.isOpen()) {
            return declared;
        }
        var all = new AttrsBuilder(declared.size() + 4);
        for (int i = 0; i < declared.size(); i++) {
            all.add(declared.name(i), declared.value(i), declared.position(i));
        }
        further().forEach((name, field) -> all.add(name, new FieldValue(field(field), missing)));
        return all.build();
    }

    private AttrsValue group(Group group, Blame missing) {
        var values = new AttrsBuilder(group.entries().size());
        group.entries().forEach((name, node) -> {
            switch (node) {
                case Field field -> values.add(name, new FieldValue(field(field), missing), field.position());
                case Group inner -> values.add(name, group(inner, missing));
                case SchemaNode.Unreadable(Value cell) -> values.add(name, cell);
            }
        });
        return values.build();
    }

    /** A field where it is read. */
    private static final class FieldValue extends Promise {
        private final FieldCascade field;
        private final Blame missing;

        FieldValue(FieldCascade field, Blame missing) {
            this.field = field;
            this.missing = missing;
        }

        @Override
        protected Value compute() {
            Value value = field.value();
            if (value == null) {
                throw new FindingException(missing.missing(field.field()), 0);
            }
            return value;
        }
    }
}
