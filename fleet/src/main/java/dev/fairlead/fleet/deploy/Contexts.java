package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.setting.AspectName;
import dev.fairlead.fleet.setting.AspectSettings;
import dev.fairlead.fleet.setting.Settings;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The context of every scope: what {@code host}, {@code environment} and the other arguments are there. */
public final class Contexts {
    private final Declarations declarations;
    private final Settings settings;
    private final Map<String, Context> contexts = new HashMap<>();
    private final Map<String, AttrsValue> values = new HashMap<>();

    /** @param settings what functions see of them in each scope */
    public Contexts(Declarations declarations, Settings settings) {
        this.settings = settings;
        this.declarations = declarations;
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
        AspectSettings of = settings(service, here);
        service.in(of);
        return here.with(Map.of("settings", of.value(), "settingSources", of.sources()));
    }

    private AspectSettings settings(DeployedService service, Context here) {
        var aspect = new AspectName(service.aspect(), service.writtenAs());
        return service.instance() == null && service.includedSettings() == null
                ? settings.ofService(service.id(), service.scope(), aspect, service.definition(), here)
                : settings.ofInstance(
                        service.id(), service.scope(), aspect, service.definition(), here, service.includedSettings());
    }

    private Context build(ScopeDeclaration scope) {
        var known = new LinkedHashMap<String, Value>();
        known.put("lib", settings.lib());
        known.put("den", declarations.globals().den());
        for (ScopeDeclaration at : declarations.scopes().outwards(scope)) {
            known.put(at.kind(), value(at));
        }
        return new Context(known);
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
            added.put("settings", settings.all(scope, () -> of(scope)));
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
