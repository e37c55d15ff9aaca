package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private Context build(ScopeDeclaration scope) {
        var known = new LinkedHashMap<String, Value>();
        known.put("lib", lib);
        known.put("den", declarations.den());
        ScopeDeclaration at = scope;
        while (at != null) {
            known.put(at.kind(), value(at));
            at = at.parent() == null ? null : scopes.get(at.parent());
        }
        return new Context(known);
    }

    /** The scope as functions see it: what was declared on it, and its name, tags and system. */
    private AttrsValue value(ScopeDeclaration scope) {
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
            if (scope.attributes().get("settings") == null) {
                added.put("settings", AttrsValue.EMPTY);
            }
            return AttrSets.extend(scope.attributes(), added);
        });
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
