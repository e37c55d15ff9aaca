package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.References;
import dev.fairlead.nix.value.Value;
import java.util.IdentityHashMap;
import java.util.List;

/** Reads schemas; one that asks nothing of its context is read once, wherever it is used. */
public final class Schemas {
    private final Value lib;
    private final References references;
    private final Places places;
    private final EvaluationFindings errors;
    private final IdentityHashMap<Value, Schema> everywhere = new IdentityHashMap<>();

    /**
     * @param lib the {@code lib} of the fleet, which makes the values of submodules
     * @param references what fields may refer to
     */
    public Schemas(Value lib, References references, Places places, EvaluationFindings errors) {
        this.lib = lib;
        this.references = references;
        this.places = places;
        this.errors = errors;
    }

    /**
     * The schema that a cell holds: a module or several ({@code lib.mkMerge}), a set of options, or a set of
     * {@code { type; default; merge; refine; description; }}; sets nest. What is wrong with it is among its findings.
     *
     * @param position where it is written, or 0
     * @param path how messages call it: {@code den.aspects.nginx.settings}
     */
    public Schema read(Value cell, int position, String path, ModuleContext context) {
        Schema known = everywhere.get(cell);
        if (known != null) {
            return known;
        }
        var findings = new SchemaFindings(path, places.at(position), places, errors);
        Schema schema = SchemaReader.read(cell, position, context, findings);
        if (!schema.isContextual()) {
            everywhere.put(cell, schema);
        }
        return schema;
    }

    /**
     * Data that is held to a schema.
     *
     * @param path the names that lead to it, for messages of types
     * @param data a set, its properties not resolved
     * @param position where it is written, or 0
     * @param layer who wrote it, as findings are told
     */
    public Checked check(Schema schema, List<String> path, Value data, int position, String layer, Blame blame) {
        Layer only = Layer.unmerged(layer, data, position);
        return new Checked(new Cascade(schema, path, List.of(only), blame, this), only, errors, places);
    }

    Value lib() {
        return lib;
    }

    /** What fields may refer to. */
    public References references() {
        return references;
    }

    Places places() {
        return places;
    }

    EvaluationFindings errors() {
        return errors;
    }
}
