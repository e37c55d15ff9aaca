package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.setting.SchemaNode.Group;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields that a type of sets declares itself: those of a submodule. */
final class SubSchema {
    private SubSchema() {}

    /** What a type says of what lies in its values. */
    sealed interface Inside {
        /** What stands at one path. */
        record Node(SchemaNode node) implements Inside {}

        /** The same for every key, as in a set of submodules. */
        record EachKey(Inside inside) implements Inside {}

        /** What is said of a key; null if nothing is. */
        default @Nullable Inside at(Symbol name) {
            return switch (this) {
                case EachKey(Inside inside) -> inside;
                case Node(Group group) -> {
                    SchemaNode node = group.entries().get(name);
                    yield node == null ? null : new Node(node);
                }
                case Node _ -> null;
            };
        }
    }

    /** What a type says of what lies in its values: the fields of a submodule, also of one for each key; null if nothing. */
    static @Nullable Inside inside(@Nullable OptionType type, Schemas schemas) {
        if (type == null) {
            return null;
        }
        return switch (type.form()) {
            case ATTRS -> {
                Inside each = inside(type.nested("elemType"), schemas);
                yield each == null ? null : new Inside.EachKey(each);
            }
            case NULLABLE -> inside(type.nested("elemType"), schemas);
            case MADE -> {
                Group fields = of(type, schemas);
                yield fields == null ? null : new Inside.Node(fields);
            }
            case PLAIN, LIST, EITHER -> null;
        };
    }

    /** The fields of a submodule, or null for another type. */
    static @Nullable Group of(OptionType type, Schemas schemas) {
        if (!type.isSubmodule()) {
            return null;
        }
        Value options = Functions.call(type.part("getSubOptions"), ListValue.EMPTY);
        if (!(options instanceof AttrsValue set)) {
            return null;
        }
        var findings = new SchemaFindings("the submodule", null, schemas.places(), schemas.errors());
        return group(set, List.of(), new FieldReader(findings));
    }

    private static Group group(AttrsValue options, List<Symbol> path, FieldReader reader) {
        var entries = new TreeMap<Symbol, SchemaNode>();
        for (int i = 0; i < options.size(); i++) {
            Symbol name = options.name(i);
            if (!name.name().startsWith("_") && options.value(i).force() instanceof AttrsValue set) {
                var below = new ArrayList<>(path);
                below.add(name);
                boolean option = "option".equals(OptionType.tag(set));
                entries.put(name, option ? reader.read(set, below, options.position(i)) : group(set, below, reader));
            }
        }
        return new Group(entries);
    }
}
