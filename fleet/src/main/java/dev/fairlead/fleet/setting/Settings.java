package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a fleet. Scopes that see the same layers of an aspect share its fields, so reading a setting costs the
 * layers that define it, once, and not the scopes that read it.
 */
public final class Settings {
    /** How often an aspect that is a function may give a function. */
    private static final int MOST_CALLS = 100;

    private final Declarations declarations;
    private final Schemas schemas;
    private final Places places;
    private final PolicyLayers policy;
    private final ScopeLayers layers;
    private final Map<Shared, Cascade> shared = new HashMap<>();
    private final Map<Viewed, AspectSettings> ofScopes = new HashMap<>();

    private record Viewed(String scope, String aspect) {}

    /**
     * Who sees settings of which aspect.
     *
     * @param subject the id of the service, or of the scope where there is none
     * @param viewer the id that the settings go by: of the scope, or of the service where it is an instance
     * @param include what the include of an instance says
     */
    private record View(
            String subject,
            String viewer,
            ScopeDeclaration scope,
            AspectName aspect,
            @Nullable Layer include) {}

    /** What makes two scopes see the same fields. */
    private record Shared(Schema schema, String aspect, List<String> layers) {}

    /** @param policy what rules set */
    public Settings(
            Declarations declarations,
            Value lib,
            Places places,
            EvaluationFindings errors,
            List<PolicySetting> policy) {
        this.declarations = declarations;
        this.schemas = new Schemas(lib, declarations.references(), places, errors);
        this.places = places;
        this.layers = new ScopeLayers(declarations);
        this.policy = new PolicyLayers(policy, places);
    }

    /** The settings of the service that an aspect is in a scope; {@code host.settings} has the same. */
    public AspectSettings ofService(
            String service, ScopeDeclaration scope, AspectName aspect, Value definition, ModuleContext context) {
        AspectSettings made = settings(new View(service, scope.id(), scope, aspect, null), definition, context);
        ofScopes.put(new Viewed(scope.id(), aspect.path()), made);
        return made;
    }

    /** The settings of an aspect in a scope, whether it is deployed there or not. */
    AspectSettings of(ScopeDeclaration scope, Aspect aspect, ModuleContext context) {
        return ofScopes.computeIfAbsent(
                new Viewed(scope.id(), aspect.path()),
                _ -> settings(
                        new View(scope.id(), scope.id(), scope, AspectName.declared(aspect.path()), null),
                        aspect.definition(),
                        context));
    }

    /**
     * The settings of an instance.
     *
     * @param service its id
     * @param include the settings that its include gives, or null
     */
    public AspectSettings ofInstance(
            String service,
            ScopeDeclaration scope,
            AspectName aspect,
            Value definition,
            ModuleContext context,
            @Nullable Definition include) {
        Layer own = include == null ? null : Layer.unmerged(Contribution.INCLUDE, include.value(), include.position());
        return settings(new View(service, service, scope, aspect, own), definition, context);
    }

    private AspectSettings settings(View view, Value definition, ModuleContext context) {
        var self = new AspectSettings[1];
        self[0] = new AspectSettings(view.viewer(), view.aspect(), layers.searched(view.scope()), () -> {
            Value settings = self[0].value();
            Schema schema = schema(
                    view.aspect(),
                    definition,
                    context.with("settings", settings).with("config", settings));
            return cascade(view, schema);
        });
        return self[0];
    }

    private Cascade cascade(View view, Schema schema) {
        ScopeDeclaration scope = view.scope();
        var targets = new ArrayList<>(layers.around(scope));
        targets.add(view.subject());
        var seen = new ArrayList<Layer>(policy.of(targets, view.aspect().path()));
        boolean shareable = view.include() == null && seen.isEmpty();
        if (view.include() != null) {
            seen.add(view.include());
        }
        seen.addAll(layers.of(scope, view.aspect().path()));
        var blame = new SettingBlame(view.aspect(), view.viewer(), layers.searched(scope), schemas);
        List<String> path = List.of(view.aspect().path().split("\\.", -1));
        if (!shareable) {
            return new Cascade(schema, path, seen, blame, schemas);
        }
        List<String> names = seen.stream().map(Layer::name).toList();
        return shared.computeIfAbsent(
                new Shared(schema, view.aspect().path(), names), _ -> new Cascade(schema, path, seen, blame, schemas));
    }

    /** The schema of an aspect as a context sees it. */
    Schema schema(AspectName aspect, Value definition, ModuleContext context) {
        Value value = definition.force();
        for (int calls = 0; value instanceof FunctionValue function; calls++) {
            if (calls == MOST_CALLS || context.lacking(function) != null) {
                return Schema.OPEN;
            }
            value = context.call(function);
        }
        Symbol settings = Symbol.of("settings");
        Value facet = value instanceof AttrsValue facets ? facets.get(settings) : null;
        if (facet == null || !(value instanceof AttrsValue facets)) {
            return Schema.OPEN; // what says nothing of its settings takes any
        }
        return schemas.read(facet, facets.position(settings), aspect.settings(), context);
    }

    /**
     * Where a value comes from that was read from the settings of a service.
     *
     * @param path a field, perhaps with what is inside its value
     * @return null if several layers have a part in it
     */
    public @Nullable SettingOrigin origin(AspectSettings own, List<Symbol> path) {
        return new OriginSearch(own, places).of(path);
    }

    /**
     * Where a value comes from that was read from {@code host.settings} and the like.
     *
     * @param scope the id of the scope
     * @param path an aspect's, then a field, perhaps with what is inside its value
     * @return null if several layers have a part in it
     */
    public @Nullable SettingOrigin origin(String scope, List<Symbol> path) {
        for (int length = path.size() - 1; length > 0; length--) {
            String aspect = path.subList(0, length).stream()
                    .map(name -> Bytes.decode(name.name()))
                    .collect(Collectors.joining("."));
            AspectSettings read = ofScopes.get(new Viewed(scope, aspect));
            if (read != null) {
                return origin(read, path.subList(length, path.size()));
            }
        }
        return null;
    }

    /** What functions of the fleet get as {@code lib}. */
    public Value lib() {
        return schemas.lib();
    }

    /**
     * What functions see as the {@code settings} of a scope.
     *
     * @param context what functions may ask for there, asked when it is needed: it has the scope itself
     */
    public Value all(ScopeDeclaration scope, Supplier<? extends ModuleContext> context) {
        return new ScopeSettings(this, scope, context).value();
    }

    Declarations declarations() {
        return declarations;
    }

    Schemas schemas() {
        return schemas;
    }

    Places places() {
        return places;
    }

    ScopeLayers layers() {
        return layers;
    }

    PolicyLayers policy() {
        return policy;
    }
}
