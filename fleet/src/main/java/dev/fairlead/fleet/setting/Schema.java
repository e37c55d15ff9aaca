package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.setting.SchemaNode.Group;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields that data may have, with their types, defaults and strategies. Immutable; read by {@link Schemas}, in any
 * of the three forms that schemas are written in.
 */
public final class Schema {
    /** Of what declares no schema and takes anything. */
    public static final Schema OPEN =
            new Schema(Group.EMPTY, null, new ModuleConfig(List.of()), true, false, 0, List.of());

    private final Group root;
    private final @Nullable OptionType freeform;
    private final ModuleConfig config;
    private final boolean open;
    private final boolean contextual;
    private final int position;
    private final List<Finding> findings;

    Schema(
            Group root,
            @Nullable OptionType freeform,
            ModuleConfig config,
            boolean open,
            boolean contextual,
            int position,
            List<Finding> findings) {
        this.root = root;
        this.freeform = freeform;
        this.config = config;
        this.open = open;
        this.contextual = contextual;
        this.position = position;
        this.findings = findings;
    }

    /** The fields that a type of sets declares, as a submodule does. */
    static Schema of(Group fields) {
        return new Schema(fields, null, new ModuleConfig(List.of()), false, false, 0, List.of());
    }

    Group root() {
        return root;
    }

    /** What the schema's own modules define. */
    ModuleConfig config() {
        return config;
    }

    /** The type of a set of what no field is declared for, or null. */
    @Nullable
    OptionType freeform() {
        return freeform;
    }

    /** Whether there may be fields that are not declared; also where a part of the schema could not be read. */
    public boolean isOpen() {
        return open || freeform != null;
    }

    /** Whether it may differ in another scope. */
    public boolean isContextual() {
        return contextual;
    }

    /** Where it is written, or 0. */
    public int position() {
        return position;
    }

    /** What is wrong with the schema itself. */
    public List<Finding> findings() {
        return findings;
    }

    /** All fields, by path. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        collect(root, fields::add);
        return Collections.unmodifiableList(fields);
    }

    private static void collect(Group group, Consumer<Field> each) {
        for (SchemaNode node : group.entries().values()) {
            switch (node) {
                case Field field -> each.accept(field);
                case Group inner -> collect(inner, each);
                case SchemaNode.Unreadable _ -> {}
            }
        }
    }

    /** What stands at a path, or null. */
    @Nullable
    SchemaNode at(List<Symbol> path) {
        SchemaNode node = root;
        for (Symbol name : path) {
            node = node instanceof Group group ? group.entries().get(name) : null;
        }
        return node;
    }

    /** The names of a group, as text. */
    static List<String> names(Group group) {
        return group.entries().keySet().stream()
                .map(name -> Bytes.decode(name.name()))
                .toList();
    }
}
