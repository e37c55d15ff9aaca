package dev.fairlead.fleet.kind;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.References;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.setting.Checked;
import dev.fairlead.fleet.setting.Field;
import dev.fairlead.fleet.setting.Schema;
import dev.fairlead.fleet.setting.Schemas;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds scopes to {@code den.kinds}: what a kind declares has its type, its default and its conditions on each scope, and
 * functions read it as {@code host.addr}. Costs a step for each field of each scope.
 */
public final class KindData {
    private static final Symbol OPTIONS = Symbol.of("options");
    private static final Symbol REFINE = Symbol.of("refine");
    private static final Symbol STRICT = Symbol.of("strict");

    /**
     * What a kind says of its scopes.
     *
     * @param names of the attributes that its schema is for
     * @param refined where its conditions are written
     */
    private record Kind(
            String name,
            boolean strict,
            @Nullable Schema schema,
            Set<Symbol> names,
            @Nullable Value refine,
            @Nullable Place refined) {}

    private final Schemas schemas;
    private final Places places;
    private final EvaluationFindings errors;
    private final References references;
    private final Findings findings = new Findings();
    private final Map<String, Kind> kinds = new HashMap<>();

    private KindData(Declarations declarations, Value lib, Places places, EvaluationFindings errors) {
        this.places = places;
        this.errors = errors;
        this.references = declarations.references();
        this.schemas = new Schemas(lib, references, places, errors);
        var context = Context.NOWHERE
                .with("lib", lib)
                .with("den", declarations.globals().den());
        for (Declared kind : declarations.registries().kinds()) {
            if (forced(kind.value()) instanceof AttrsValue said) {
                kinds.put(kind.name(), kind(kind.name(), said, context));
            }
        }
    }

    /**
     * The declarations with typed data, and with what is wrong with it among the findings. Must run where the evaluator
     * does.
     *
     * @param lib what schemas get as {@code lib}
     */
    public static Declarations check(Declarations declarations, Value lib, Places places, EvaluationFindings errors) {
        if (declarations.registries().kinds().isEmpty()) {
            return declarations;
        }
        var data = new KindData(declarations, lib, places, errors);
        Declarations typed = declarations.with(data::typed);
        return typed.and(data.findings.sorted());
    }

    /** Null for what was reported when the kinds were read. */
    private static @Nullable Value forced(Value cell) {
        try {
            return cell.force();
        } catch (EvalException | SyntaxException failure) {
            return null;
        }
    }

    private Kind kind(String name, AttrsValue said, Context context) {
        Value options = said.get(OPTIONS);
        Schema schema = options == null
                ? null
                : schemas.read(options, said.position(OPTIONS), "den.kinds." + name + ".options", context);
        var names = new LinkedHashSet<Symbol>();
        if (schema != null) {
            findings.addAll(schema.findings());
            for (Field field : schema.fields()) {
                names.add(field.path().getFirst());
            }
        }
        Value strict = said.get(STRICT);
        boolean isStrict = strict != null && forced(strict) == BoolValue.TRUE;
        return new Kind(name, isStrict, schema, names, said.get(REFINE), places.at(said.position(REFINE)));
    }

    private ScopeDeclaration typed(ScopeDeclaration scope) {
        Kind kind = kinds.get(scope.kind());
        if (kind == null) {
            return scope;
        }
        ScopeDeclaration typed = kind.schema() == null ? scope : typed(scope, kind, kind.schema());
        if (kind.refine() != null) {
            new Conditions(kind.name(), kind.refined(), errors, findings).check(kind.refine(), typed);
        }
        return typed;
    }

    private ScopeDeclaration typed(ScopeDeclaration scope, Kind kind, Schema schema) {
        AttrsValue written = scope.attributes();
        var data = new AttrsBuilder(kind.names().size());
        var others = new AttrsBuilder(written.size() + kind.names().size());
        for (int i = 0; i < written.size(); i++) {
            AttrsBuilder to = kind.names().contains(written.name(i)) ? data : others;
            to.add(written.name(i), written.value(i), written.position(i));
        }
        var blame = new KindBlame(kind.name(), kind.strict(), scope.id(), scope.location(), references, places);
        Checked checked = schemas.check(schema, List.of(), data.build(), 0, scope.id(), blame);
        findings.addAll(checked.findings(scope.id()));
        AttrsValue fields = checked.value();
        for (int i = 0; i < fields.size(); i++) {
            int own = written.position(fields.name(i));
            others.add(fields.name(i), fields.value(i), own == 0 ? fields.position(i) : own);
        }
        return scope.with(others.build());
    }
}
