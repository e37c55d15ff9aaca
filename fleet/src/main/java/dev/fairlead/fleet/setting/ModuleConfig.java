package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What the modules of a schema define in {@code config}. The condition of {@code lib.mkIf} may depend on other fields
 * than those it is about, so properties are pushed down to each field before they are resolved, as the module system does.
 */
final class ModuleConfig {
    private static final Symbol CONTENT = Symbol.of("content");
    private static final Symbol CONTENTS = Symbol.of("contents");
    private static final Symbol TYPE = Symbol.of("_type");

    private final List<Definition> parts;

    ModuleConfig(List<Definition> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The definitions of a path, with the properties that stand around them. */
    List<Definition> at(List<Symbol> path) {
        List<Definition> here = parts;
        for (Symbol name : path) {
            var below = new ArrayList<Definition>();
            for (Definition definition : here) {
                below.addAll(below(definition, name));
            }
            here = below;
        }
        return here;
    }

    private static List<Definition> below(Definition definition, Symbol name) {
        if (!(definition.value().force() instanceof AttrsValue set)) {
            return List.of();
        }
        String tag = set.get(TYPE) == null ? null : OptionType.tag(set);
        if (tag == null) {
            Value value = set.get(name);
            int position = set.position(name);
            return value == null
                    ? List.of()
                    : List.of(new Definition(value, position == 0 ? definition.position() : position));
        }
        var below = new ArrayList<Definition>();
        Value contents = set.get(CONTENTS);
        Value content = set.get(CONTENT);
        if (tag.equals("merge") && contents != null) {
            if (contents.force() instanceof ListValue list) {
                for (int i = 0; i < list.size(); i++) {
                    below.addAll(below(new Definition(list.get(i), definition.position()), name));
                }
            }
        } else if (content != null) {
            for (Definition inner : below(new Definition(content, definition.position()), name)) {
                below.add(new Definition(around(inner.value(), set), inner.position()));
            }
        }
        return below;
    }

    /** {@code property // { content = value; }}. */
    private static Value around(Value value, AttrsValue property) {
        var wrapped = new AttrsBuilder(property.size());
        for (int i = 0; i < property.size(); i++) {
            wrapped.add(
                    property.name(i), property.name(i) == CONTENT ? value : property.value(i), property.position(i));
        }
        return wrapped.build();
    }
}
