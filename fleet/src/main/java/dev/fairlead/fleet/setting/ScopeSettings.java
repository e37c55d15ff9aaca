package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The settings of all aspects as a scope sees them: {@code host.settings.<aspect path>.<field>}. A path that no aspect
 * has is as it is written, merged leaf by leaf.
 */
final class ScopeSettings {
    private final Settings settings;
    private final ScopeDeclaration scope;
    private final Supplier<? extends ModuleContext> context;

    ScopeSettings(Settings settings, ScopeDeclaration scope, Supplier<? extends ModuleContext> context) {
        this.settings = settings;
        this.scope = scope;
        this.context = context;
    }

    Value value() {
        return new Promise() {
            @Override
            protected Value compute() {
                return at("");
            }
        };
    }

    /** The settings at an aspect path, or at the beginning of one, and those of the aspects below it. */
    private AttrsValue at(String path) {
        var cells = new TreeMap<Symbol, Value>();
        Aspect aspect = path.isEmpty() ? null : settings.layers().aspect(path);
        for (String name : names(path)) {
            String below = path.isEmpty() ? name : path + "." + name;
            cells.put(Symbol.of(Bytes.encode(name)), new Promise() {
                @Override
                protected Value compute() {
                    return at(below);
                }
            });
        }
        AttrsValue own = aspect == null ? written(path) : fields(aspect);
        for (int i = 0; i < own.size(); i++) {
            cells.putIfAbsent(own.name(i), own.value(i));
        }
        var set = new AttrsBuilder(cells.size());
        cells.forEach(set::add);
        return set.build();
    }

    private AttrsValue fields(Aspect aspect) {
        Value fields = settings.of(scope, aspect, context.get()).value().force();
        return fields instanceof AttrsValue set ? set : AttrsValue.EMPTY;
    }

    /** The names of the aspects and namespaces right below a path. */
    private Set<String> names(String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        var names = new TreeSet<String>();
        for (Aspect aspect : settings.declarations().aspects().startingWith(prefix)) {
            String rest = aspect.path().substring(prefix.length());
            int dot = rest.indexOf('.');
            names.add(dot < 0 ? rest : rest.substring(0, dot));
        }
        return names;
    }

    /** What the layers say at a path that is no aspect's. */
    private AttrsValue written(String path) {
        List<Symbol> names = path.isEmpty()
                ? List.of()
                : List.of(path.split("\\.", -1)).stream()
                        .map(name -> Symbol.of(Bytes.encode(name)))
                        .toList();
        var blame = new SettingBlame(AspectName.declared(path), scope.id(), List.of(), settings.schemas());
        List<Layer> layers = settings.layers().raw(scope).stream()
                .map(layer -> layer.below(names, blame))
                .flatMap(java.util.Optional::stream)
                .toList();
        Cascade cascade = new Cascade(Schema.OPEN, List.of(path), layers, blame, settings.schemas());
        return cascade.value(blame);
    }
}
