package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final LayerOrder order;
    private final Map<String, ScopeDeclaration> scopes = new HashMap<>();
    private final Map<String, List<ScopeDeclaration>> layered = new HashMap<>();
    private final Map<Viewed, Optional<Layer>> parts = new HashMap<>();
    private final Map<Shared, Cascade> shared = new HashMap<>();
    private final Map<Viewed, AspectSettings> ofScopes = new HashMap<>();

    private record Viewed(String scope, String aspect) {}

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
        this.schemas = new Schemas(lib, places, errors);
        this.places = places;
        declarations.scopes().forEach(scope -> scopes.put(scope.id(), scope));
        this.order = new LayerOrder(this::imports, id -> scope(id).parent());
        this.policy = new PolicyLayers(policy, places);
    }

    private ScopeDeclaration scope(String id) {
        ScopeDeclaration scope = scopes.get(id);
        if (scope == null) {
            throw new IllegalArgumentException("no scope " + id);
        }
        return scope;
    }

    private List<String> imports(String id) {
        return scope(id).imports().stream()
                .map(Reference::name)
                .filter(scopes::containsKey)
                .toList();
    }

    /** The settings of the service that an aspect is in a scope; {@code host.settings} has the same. */
    public AspectSettings ofService(ScopeDeclaration scope, String aspect, Value definition, ModuleContext context) {
        AspectSettings made = settings(scope, scope.id(), aspect, definition, context, null);
        ofScopes.put(new Viewed(scope.id(), aspect), made);
        return made;
    }

    /** The settings of an aspect in a scope, whether it is deployed there or not. */
    AspectSettings of(ScopeDeclaration scope, Aspect aspect, ModuleContext context) {
        return ofScopes.computeIfAbsent(
                new Viewed(scope.id(), aspect.path()),
                _ -> settings(scope, scope.id(), aspect.path(), aspect.definition(), context, null));
    }

    /**
     * The settings of an instance.
     *
     * @param service its id
     * @param include the settings that its include gives, a cell, or null
     */
    public AspectSettings ofInstance(
            String service,
            ScopeDeclaration scope,
            String aspect,
            Value definition,
            ModuleContext context,
            @Nullable Value include) {
        Layer own = include == null ? null : Layer.unmerged(Contribution.INCLUDE, include, 0);
        return settings(scope, service, aspect, definition, context, own);
    }

    private AspectSettings settings(
            ScopeDeclaration scope,
            String viewer,
            String aspect,
            Value definition,
            ModuleContext context,
            @Nullable Layer own) {
        List<String> searched = order.from(scope.id());
        var self = new AspectSettings[1];
        self[0] = new AspectSettings(viewer, aspect, searched, () -> {
            Value settings = self[0].value();
            Schema schema = schema(
                    aspect, definition, context.with("settings", settings).with("config", settings));
            return cascade(scope, viewer, searched, aspect, schema, own);
        });
        return self[0];
    }

    private Cascade cascade(
            ScopeDeclaration scope,
            String viewer,
            List<String> searched,
            String aspect,
            Schema schema,
            @Nullable Layer own) {
        var layers = new ArrayList<Layer>(policy.of(around(scope), aspect));
        boolean shareable = own == null && layers.isEmpty();
        if (own != null) {
            layers.add(own);
        }
        for (ScopeDeclaration each : withSettings(scope)) {
            part(each, aspect).ifPresent(layers::add);
        }
        var blame = new SettingBlame(aspect, viewer, searched, places);
        List<String> path = List.of(aspect.split("\\.", -1));
        if (!shareable) {
            return new Cascade(schema, path, layers, blame, schemas);
        }
        List<String> names = layers.stream().map(Layer::name).toList();
        return shared.computeIfAbsent(
                new Shared(schema, aspect, names), _ -> new Cascade(schema, path, layers, blame, schemas));
    }

    /** The ids of a scope and of those around it. */
    private List<String> around(ScopeDeclaration scope) {
        return new LayerOrder(_ -> List.of(), id -> scope(id).parent()).from(scope.id());
    }

    /** The scopes that are searched and have settings at all. */
    private List<ScopeDeclaration> withSettings(ScopeDeclaration scope) {
        return layered.computeIfAbsent(
                scope.id(),
                id -> order.from(id).stream()
                        .map(this::scope)
                        .filter(each -> each.attributes().get("settings") != null)
                        .toList());
    }

    /** What a scope says of an aspect, if anything. */
    Optional<Layer> part(ScopeDeclaration scope, String aspect) {
        Viewed key = new Viewed(scope.id(), aspect);
        Optional<Layer> known = parts.get(key);
        if (known == null) {
            known = find(scope, aspect); // reads other settings, perhaps
            parts.put(key, known);
        }
        return known;
    }

    private static Optional<Layer> find(ScopeDeclaration scope, String aspect) {
        Symbol settings = Symbol.of("settings");
        Value at = scope.attributes().get(settings);
        int position = scope.attributes().position(settings);
        for (String name : aspect.split("\\.", -1)) {
            Symbol symbol = Symbol.known(Bytes.encode(name));
            Value below = at != null && symbol != null && at.force() instanceof AttrsValue set ? set.get(symbol) : null;
            if (below == null || !(at.force() instanceof AttrsValue set)) {
                return Optional.empty();
            }
            position = set.position(symbol) == 0 ? position : set.position(symbol);
            at = below;
        }
        return at == null ? Optional.empty() : Optional.of(new Layer(scope.id(), at, position));
    }

    /** The schema of an aspect as a context sees it. */
    Schema schema(String aspect, Value definition, ModuleContext context) {
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
            return declarations.dialect().settingsAreDeclared() ? Schema.EMPTY : Schema.OPEN;
        }
        return schemas.read(facet, facets.position(settings), "den.aspects." + aspect + ".settings", context);
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

    @Nullable
    Aspect aspect(String path) {
        return declarations.aspects().find(path);
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

    PolicyLayers policy() {
        return policy;
    }

    /** The layers of raw settings that a scope sees, for what no aspect is declared for. */
    List<Layer> rawLayers(ScopeDeclaration scope) {
        Symbol settings = Symbol.of("settings");
        var layers = new ArrayList<Layer>();
        for (ScopeDeclaration each : withSettings(scope)) {
            Value cell = each.attributes().get(settings);
            if (cell != null) {
                layers.add(new Layer(each.id(), cell, each.attributes().position(settings)));
            }
        }
        return layers;
    }
}
