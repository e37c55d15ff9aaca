package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.UndefinedException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the {@code settings} that each scope declares: that there is such an aspect, and that it has such fields. */
final class LayerCheck {
    private final Settings settings;
    private final CascadeCheck check;
    private final Findings findings;
    private final Places places;
    private final Map<String, Schema> schemas;

    /** @param schemas of the aspects that are deployed, as one of their services sees them, by path */
    LayerCheck(Settings settings, CascadeCheck check, Findings findings, Map<String, Schema> schemas) {
        this.settings = settings;
        this.check = check;
        this.findings = findings;
        this.places = settings.schemas().places();
        this.schemas = schemas;
    }

    /** What the scopes declare. */
    void scopes() {
        Symbol name = Symbol.of("settings");
        for (ScopeDeclaration scope : settings.declarations().scopes().all()) {
            Value cell = scope.attributes().get(name);
            if (cell != null) {
                Place place = places.at(scope.attributes().position(name));
                at(scope, "", cell, place == null ? scope.location() : place);
            }
        }
    }

    /** What rules set, whether somebody sees it or not. */
    void policy() {
        for (PolicySetting setting : settings.policy().settings()) {
            Aspect aspect = aspectOf(setting.path());
            int dot = setting.path().lastIndexOf('.');
            Place place = places.at(setting.position());
            if (dot < 0 || (aspect == null && settings.layers().aspect(setting.path()) != null)) {
                findings.add(SettingBlame.noField(setting.layer(), setting.path(), place));
            } else if (aspect == null) {
                String named = setting.path().substring(0, dot);
                findings.add(SettingBlame.unknownAspect(setting.layer(), named, place, paths()));
            } else {
                String field = setting.path().substring(aspect.path().length() + 1);
                check(PolicyLayers.layer(setting, field), aspect, setting.target());
            }
        }
    }

    /** The aspect with the longest path that a setting's begins with. */
    private @Nullable Aspect aspectOf(String path) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            Aspect aspect = settings.layers().aspect(path.substring(0, dot));
            if (aspect != null) {
                return aspect;
            }
        }
        return null;
    }

    private List<String> paths() {
        return settings.declarations().aspects().all().stream()
                .map(Aspect::path)
                .toList();
    }

    /** What a scope says at an aspect path, or at the beginning of one. */
    private void at(ScopeDeclaration scope, String path, Value cell, @Nullable Place near) {
        Value value;
        try {
            value = cell.force();
        } catch (UndefinedException conditionsAreFalse) {
            return;
        } catch (EvalException | SyntaxException failure) {
            findings.add(settings.schemas().errors().finding(failure, scope.id(), near));
            return;
        }
        Aspect aspect = path.isEmpty() ? null : settings.layers().aspect(path);
        if (!(value instanceof AttrsValue set)) {
            if (aspect != null) {
                fields(scope, aspect);
            } else {
                notASet(scope, value, near);
            }
            return;
        }
        boolean hasFields = false;
        for (int i = 0; i < set.size(); i++) {
            String below = path.isEmpty() ? text(set, i) : path + "." + text(set, i);
            Place own = places.at(set.position(i));
            Place place = own == null ? near : own;
            if (settings.layers().isNamespace(below)) {
                at(scope, below, set.value(i), place);
            } else if (aspect != null) {
                hasFields = true;
            } else {
                unknownAspect(scope, below, set.value(i), place);
            }
        }
        if (hasFields && aspect != null) {
            fields(scope, aspect);
        }
    }

    private static String text(AttrsValue set, int index) {
        return Bytes.decode(set.name(index).name());
    }

    private void notASet(ScopeDeclaration scope, Value value, @Nullable Place near) {
        findings.add(Finding.of(
                        FindingId.SETTING_TYPE,
                        "The settings of " + scope.id() + " must be a set, but are "
                                + value.type().description() + ".")
                .subject(scope.id())
                .at(near)
                .build());
    }

    private void fields(ScopeDeclaration scope, Aspect aspect) {
        settings.layers().part(scope, aspect.path()).ifPresent(layer -> check(layer, aspect, scope.id()));
    }

    private void check(Layer layer, Aspect aspect, String subject) {
        Schema schema = schemas.get(aspect.path());
        if (schema == null) {
            schema = undeployed(aspect);
            schemas.put(aspect.path(), schema);
        }
        var blame = new SettingBlame(AspectName.declared(aspect.path()), subject, List.of(), settings.schemas());
        List<String> path = List.of(aspect.path().split("\\.", -1));
        check.written(new Cascade(schema, path, List.of(layer), blame, settings.schemas()), layer, subject);
    }

    /** The schema of an aspect that is deployed nowhere, as far as it can be read without a scope. */
    private Schema undeployed(Aspect aspect) {
        Schema schema =
                settings.schema(AspectName.declared(aspect.path()), aspect.definition(), new NoContext(settings.lib()));
        findings.addAll(schema.findings().stream()
                .filter(finding -> finding.id() != FindingId.UNKNOWN_ARGUMENT)
                .toList());
        return schema;
    }

    private void unknownAspect(ScopeDeclaration scope, String path, Value cell, @Nullable Place place) {
        try {
            cell.force();
        } catch (UndefinedException conditionsAreFalse) {
            return;
        } catch (EvalException | SyntaxException failure) {
            // What it says does not matter: nobody reads it.
        }
        findings.add(SettingBlame.unknownAspect(scope.id(), path, place, paths()));
    }

    /** Nowhere: only {@code lib} is known. */
    private record NoContext(Value lib) implements ModuleContext {
        @Override
        public @Nullable String lacking(FunctionValue function) {
            var formals = function.formals();
            return formals == null
                    ? "everything"
                    : formals.formals().stream()
                            .filter(formal ->
                                    !formal.optional() && !formal.name().name().equals("lib"))
                            .map(formal -> Bytes.decode(formal.name().name()))
                            .findFirst()
                            .orElse(null);
        }

        @Override
        public Value call(FunctionValue function) {
            return function.call(new AttrsBuilder(1).add(Symbol.of("lib"), lib).build());
        }

        @Override
        public ModuleContext with(String name, Value value) {
            return this;
        }
    }
}
