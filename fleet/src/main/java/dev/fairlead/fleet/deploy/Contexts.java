package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The context of every scope: what {@code host}, {@code environment} and the other arguments are there. */
final class Contexts {
    private final Declarations declarations;
    private final Value lib;
    private final Map<String, ScopeDeclaration> scopes = new HashMap<>();
    private final Map<String, Context> contexts = new HashMap<>();
    private final Map<String, AttrsValue> values = new HashMap<>();

    Contexts(Declarations declarations, Value lib) {
        this.declarations = declarations;
        this.lib = lib;
        declarations.scopes().forEach(scope -> scopes.put(scope.id(), scope));
    }

    /** What functions may ask for in a scope. */
    Context of(ScopeDeclaration scope) {
        return contexts.computeIfAbsent(scope.id(), id -> build(scope));
    }

    /**
     * What the functions of a service may ask for: what its scope knows, its instance (null where there is none), its own
     * settings, and what later strata decide.
     */
    Context of(DeployedService service, Arguments arguments) {
        String instance = service.instance();
        var own = new TreeMap<String, Value>();
        own.put("instance", instance == null ? NullValue.NULL : text(instance));
        for (Arguments.Later later : Arguments.Later.values()) {
            own.put(later.text(), arguments.of(later, service));
        }
        Context here = of(service.scope()).with(own);
        Value included = service.includedSettings();
        return here.with("settings", new Promise() {
            @Override
            protected Value compute() {
                var layers = new ArrayList<Value>();
                if (included != null) {
                    layers.add(included);
                }
                for (Value layer : layers(service.scope())) {
                    Value written = PlainSettings.below(layer, service.aspect());
                    if (written != null) {
                        layers.add(written);
                    }
                }
                Value schema =
                        service.definition().force() instanceof AttrsValue facets ? facets.get("settings") : null;
                if (schema != null) {
                    layers.add(PlainSettings.defaults(schema, here));
                }
                return layers.isEmpty() ? AttrsValue.EMPTY : PlainSettings.layered(layers);
            }
        });
    }

    private Context build(ScopeDeclaration scope) {
        var known = new LinkedHashMap<String, Value>();
        known.put("lib", lib);
        known.put("den", declarations.den());
        for (ScopeDeclaration at : around(scope)) {
            known.put(at.kind(), value(at));
        }
        return new Context(known);
    }

    /** A scope and those around it, outwards. */
    private List<ScopeDeclaration> around(ScopeDeclaration scope) {
        var around = new ArrayList<ScopeDeclaration>();
        ScopeDeclaration at = scope;
        while (at != null) {
            around.add(at);
            at = at.parent() == null ? null : scopes.get(at.parent());
        }
        return around;
    }

    /** The settings written at a scope and around it, most specific first: each scope, then its imports, then P. */
    private List<Value> layers(ScopeDeclaration scope) {
        var ordered = new LinkedHashMap<String, ScopeDeclaration>();
        for (ScopeDeclaration at : around(scope)) {
            withImports(at, ordered);
        }
        return ordered.values().stream()
                .map(at -> at.attributes().get("settings"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Breadth first: nearer imports come before farther ones. */
    private void withImports(ScopeDeclaration scope, Map<String, ScopeDeclaration> ordered) {
        var queue = new ArrayDeque<ScopeDeclaration>(List.of(scope));
        while (!queue.isEmpty()) {
            ScopeDeclaration at = queue.remove();
            if (ordered.putIfAbsent(at.id(), at) == null) {
                for (Reference imported : at.imports()) {
                    ScopeDeclaration target = scopes.get(imported.name());
                    if (target != null) {
                        queue.add(target);
                    }
                }
            }
        }
    }

    /** The scope as functions see it: what was declared on it, and its name, tags and system. */
    AttrsValue value(ScopeDeclaration scope) {
        return values.computeIfAbsent(scope.id(), id -> {
            var added = new TreeMap<String, Value>();
            added.put("name", text(scope.name()));
            if (!scope.kind().equals("fleet")) {
                added.put("tags", tags(scope));
            }
            if (scope.system() != null) {
                added.put("system", text(scope.system()));
                added.put("environment", text(environment(scope)));
            }
            added.put("settings", PlainSettings.layered(withLast(layers(scope), AttrsValue.EMPTY)));
            return AttrSets.extend(scope.attributes(), added);
        });
    }

    private static List<Value> withLast(List<Value> layers, Value last) {
        var all = new ArrayList<>(layers);
        all.add(last);
        return all;
    }

    private static String environment(ScopeDeclaration host) {
        String parent = host.parent();
        return parent == null ? "default" : parent.substring(parent.indexOf(':') + 1);
    }

    private static Value tags(ScopeDeclaration scope) {
        return new ListValue(
                scope.tags().stream().map(Reference::name).map(Contexts::text).toArray(Value[]::new));
    }

    private static Value text(String text) {
        return new StringValue(Bytes.encode(text));
    }
}
