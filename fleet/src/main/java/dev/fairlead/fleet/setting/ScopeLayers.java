package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Scopes;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the scopes of a fleet say under {@code settings}, taken apart by aspect. */
final class ScopeLayers {
    private static final Symbol SETTINGS = Symbol.of("settings");

    private final Declarations declarations;
    private final LayerOrder order;
    private final Scopes scopes;
    private final Map<String, List<ScopeDeclaration>> layered = new HashMap<>();
    private final Map<Part, Optional<Layer>> parts = new HashMap<>();

    private record Part(String scope, String aspect) {}

    ScopeLayers(Declarations declarations) {
        this.declarations = declarations;
        this.scopes = declarations.scopes();
        this.order = new LayerOrder(this::imports, id -> scope(id).parent());
    }

    private ScopeDeclaration scope(String id) {
        ScopeDeclaration scope = scopes.find(id);
        if (scope == null) {
            throw new IllegalArgumentException("no scope " + id);
        }
        return scope;
    }

    private List<String> imports(String id) {
        return scope(id).imports().stream()
                .map(Reference::name)
                .filter(name -> scopes.find(name) != null)
                .toList();
    }

    /** The ids of the scopes that are searched from one, most specific first. */
    List<String> searched(ScopeDeclaration scope) {
        return order.from(scope.id());
    }

    /** What the scopes that are searched from one say of an aspect, most specific first; those that say nothing left out. */
    List<Layer> of(ScopeDeclaration scope, String aspect) {
        var layers = new ArrayList<Layer>();
        for (ScopeDeclaration each : withSettings(scope)) {
            part(each, aspect).ifPresent(layers::add);
        }
        return layers;
    }

    /** The ids of a scope and of those around it. */
    List<String> around(ScopeDeclaration scope) {
        return new LayerOrder(_ -> List.of(), id -> scope(id).parent()).from(scope.id());
    }

    /** The scopes that are searched and have settings at all. */
    private List<ScopeDeclaration> withSettings(ScopeDeclaration scope) {
        return layered.computeIfAbsent(
                scope.id(),
                id -> order.from(id).stream()
                        .map(this::scope)
                        .filter(each -> each.attributes().get(SETTINGS) != null)
                        .toList());
    }

    /** What a scope says of an aspect, if anything. */
    Optional<Layer> part(ScopeDeclaration scope, String aspect) {
        Part key = new Part(scope.id(), aspect);
        Optional<Layer> known = parts.get(key);
        if (known == null) {
            known = find(scope, aspect); // reads other settings, perhaps
            parts.put(key, known);
        }
        return known;
    }

    private Optional<Layer> find(ScopeDeclaration scope, String aspect) {
        Value at = scope.attributes().get(SETTINGS);
        int position = scope.attributes().position(SETTINGS);
        for (String name : aspect.split("\\.", -1)) {
            Symbol symbol = Symbol.of(Bytes.encode(name));
            Value below = at != null && at.force() instanceof AttrsValue set ? set.get(symbol) : null;
            if (below == null || at == null || !(at.force() instanceof AttrsValue set)) {
                return Optional.empty();
            }
            position = set.position(symbol) == 0 ? position : set.position(symbol);
            at = below;
        }
        return at == null ? Optional.empty() : Optional.of(new Layer(scope.id(), withoutAspects(at, aspect), position));
    }

    /** What stands under the name of an aspect below is that one's. */
    private Value withoutAspects(Value cell, String aspect) {
        if (declarations.aspects().startingWith(aspect + ".").isEmpty()) {
            return cell;
        }
        return new Promise() {
            @Override
            protected Value compute() {
                if (!(cell.force() instanceof AttrsValue set)) {
                    return cell;
                }
                var own = new AttrsBuilder(set.size());
                for (int i = 0; i < set.size(); i++) {
                    if (!isNamespace(aspect + "." + Bytes.decode(set.name(i).name()))) {
                        own.add(set.name(i), set.value(i), set.position(i));
                    }
                }
                return own.build();
            }
        };
    }

    /** Whether a path is that of an aspect, or the beginning of one. */
    boolean isNamespace(String path) {
        return aspect(path) != null
                || !declarations.aspects().startingWith(path + ".").isEmpty();
    }

    @Nullable
    Aspect aspect(String path) {
        return declarations.aspects().find(path);
    }

    /** The layers of raw settings that a scope sees, for what no aspect is declared for. */
    List<Layer> raw(ScopeDeclaration scope) {
        var layers = new ArrayList<Layer>();
        for (ScopeDeclaration each : withSettings(scope)) {
            Value cell = each.attributes().get(SETTINGS);
            if (cell != null) {
                layers.add(new Layer(each.id(), cell, each.attributes().position(SETTINGS)));
            }
        }
        return layers;
    }
}
