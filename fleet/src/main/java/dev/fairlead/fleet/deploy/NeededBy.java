package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scopes that aspects are deployed in because their {@code neededBy} chooses them: hosts and scopes of
 * further kinds; users whose host is not chosen as well; an environment or the fleet only where the selector names that
 * kind, since what is true of an environment is mostly true of its hosts.
 */
final class NeededBy {
    /** Who brought such a service, as {@link dev.fairlead.fleet.resolution.Resolution.Inclusion#by} says it. */
    static final String BY = "neededBy";

    private static final Symbol FACET = Symbol.of("neededBy");

    private final Declarations declarations;
    private final FacetReaders readers;
    private final SelectorReader selectors;
    private final Facts facts;
    private final List<Include> includes = new ArrayList<>();

    /** @param facts with the services of plain includes, and no others */
    NeededBy(Declarations declarations, FacetReaders readers, SelectorReader selectors, Facts facts) {
        this.declarations = declarations;
        this.readers = readers;
        this.selectors = selectors;
        this.facts = facts;
    }

    /** The includes that all aspects of the fleet ask for, in the order of aspects, then scopes. */
    List<Include> includes() {
        for (Aspect aspect : declarations.aspects().all()) {
            switch (forced(aspect.definition())) {
                case AttrsValue facets when isDeclaredAt(aspect.path(), facets) -> everywhere(aspect, facets);
                case FunctionValue function
                when isDeclaredAt(aspect.path(), function) ->
                    declarations.scopes().all().forEach(scope -> in(scope, aspect, function));
                case null, default -> {}
            }
        }
        return includes;
    }

    /** False for another name of an aspect that is declared elsewhere. */
    private static boolean isDeclaredAt(String path, Value aspect) {
        String own = AspectPath.of(aspect);
        return own == null || own.equals(path);
    }

    /** Null for what cannot be evaluated: whoever includes it reports it. */
    private static @Nullable Value forced(Value cell) {
        try {
            return cell.force();
        } catch (EvalException | SyntaxException failure) {
            return null;
        }
    }

    private void everywhere(Aspect aspect, AttrsValue facets) {
        Place place = place(aspect, facets);
        Selector selector = selector(aspect, facets, declarations.scopes().fleet(), place);
        if (selector == null) {
            return;
        }
        for (ScopeDeclaration scope : declarations.scopes().all()) {
            if (chooses(selector, scope, place)) {
                add(aspect, scope, place);
            }
        }
    }

    /** An aspect that is a function says what it is needed by in each scope for itself, if the scope can call it. */
    private void in(ScopeDeclaration scope, Aspect aspect, FunctionValue function) {
        boolean forUsers = Context.requires(function, "user");
        if (forUsers != scope.kind().equals("user")) {
            return;
        }
        String id = DeployedService.id(aspect.path(), null, scope);
        var service = new DeployedService(id, aspect.path(), null, scope, aspect.location(), function, null);
        Context context = readers.contexts().of(service, readers.arguments());
        if (context.lacking(function) != null || !(called(function, context) instanceof AttrsValue facets)) {
            return;
        }
        Place place = place(aspect, facets);
        Selector selector = selector(aspect, facets, scope, place);
        boolean chosen = selector != null
                && (chooses(selector, scope, place) || (forUsers && matches(selector, parent(scope), place)));
        if (chosen) {
            add(aspect, scope, place);
        }
    }

    private static @Nullable Value called(FunctionValue function, Context context) {
        try {
            return context.call(function);
        } catch (EvalException | SyntaxException failure) {
            return null;
        }
    }

    private @Nullable Place place(Aspect aspect, AttrsValue facets) {
        Place own = readers.places().at(facets.position(FACET));
        return own == null ? aspect.location() : own;
    }

    private @Nullable Selector selector(
            Aspect aspect, AttrsValue facets, ScopeDeclaration scope, @Nullable Place place) {
        Value written = facets.get(FACET);
        if (written == null) {
            return null;
        }
        String path = "den.aspects." + aspect.path();
        String facet = path + "." + BY;
        Value value = readers.in(scope, path).read(written, facet, place);
        return value == null ? null : selectors.read(value, facet, path, place);
    }

    private boolean chooses(Selector selector, ScopeDeclaration scope, @Nullable Place place) {
        return switch (scope.kind()) {
            case "fleet", "environment" -> names(selector, scope.kind()) && matches(selector, facts.of(scope), place);
            case "user" -> matches(selector, facts.of(scope), place) && !matches(selector, parent(scope), place);
            default -> matches(selector, facts.of(scope), place);
        };
    }

    private @Nullable Fact parent(ScopeDeclaration scope) {
        return facts.of(scope).parent();
    }

    private boolean matches(Selector selector, @Nullable Fact fact, @Nullable Place place) {
        try {
            return fact != null && selector.matches(fact);
        } catch (EvalException | SyntaxException failure) {
            readers.findings().add(readers.errors().finding(failure, fact.id(), place));
            return false;
        }
    }

    /** True if a selector speaks of a kind of scope by its name. */
    private static boolean names(Selector selector, String kind) {
        return switch (selector) {
            case Selector.Kind named -> named.kind().equals(kind);
            case Selector.Attrs attrs -> {
                Value wanted = attrs.wanted().get("kind");
                yield wanted != null
                        && forced(wanted) instanceof StringValue text
                        && Bytes.decode(text.text()).equals(kind);
            }
            case Selector.And and -> and.all().stream().anyMatch(each -> names(each, kind));
            case Selector.Any any -> any.some().stream().anyMatch(each -> names(each, kind));
            default -> false;
        };
    }

    private void add(Aspect aspect, ScopeDeclaration scope, @Nullable Place place) {
        includes.add(new Include(
                aspect.definition(), place, BY, "den.aspects." + aspect.path(), null, aspect.path(), 0, scope));
    }
}
