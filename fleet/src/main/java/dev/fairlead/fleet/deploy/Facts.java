package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.fleet.select.Selector;
import dev.fairlead.nix.value.AttrsValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes and services of a fleet as facts, each made once. */
public final class Facts {
    /** What is true of the fleet is true of everything, and what is true of a user says little of what it runs. */
    private static final Set<String> TOO_WIDE = Set.of("fleet", "user");

    private static final Set<String> HOLDS_HOSTS = Set.of("fleet", "environment");

    private final Contexts contexts;
    private final Survey survey;
    private final Map<String, ScopeFact> scopes = new LinkedHashMap<>();
    private final Map<DeployedService, Fact> services = new HashMap<>();

    /**
     * @param services those that selectors see as deployed
     * @param survey is told of selectors that look at what is in the fleet or in an environment
     */
    public Facts(Declarations declarations, Contexts contexts, Collection<DeployedService> services, Survey survey) {
        this.contexts = contexts;
        this.survey = survey;
        for (ScopeDeclaration scope : declarations.scopes().all()) {
            scopes.put(scope.id(), new ScopeFact(scope));
        }
        for (ScopeFact fact : scopes.values()) {
            ScopeFact parent = fact.parent();
            if (parent != null) {
                parent.children.add(fact);
            }
        }
        for (DeployedService service : services) {
            of(service.scope()).children.add(of(service));
        }
    }

    /** All scopes: the fleet first, what is around others before them. */
    public List<Fact> scopes() {
        return List.copyOf(scopes.values());
    }

    /** The fact of a scope by its id, or null. */
    public @Nullable Fact scope(String id) {
        return scopes.get(id);
    }

    ScopeFact of(ScopeDeclaration scope) {
        ScopeFact fact = scopes.get(scope.id());
        if (fact == null) {
            throw new IllegalArgumentException(scope.id() + " is no scope of this fleet");
        }
        return fact;
    }

    /** The fact of a service. */
    public Fact of(DeployedService service) {
        return services.computeIfAbsent(service, known -> new ServiceFact(known, of(known.scope())));
    }

    /**
     * Whether a selector chooses a service, or the host, environment or other scope it lies in.
     *
     * @throws dev.fairlead.nix.value.EvalException if what the selector asks for fails
     */
    public boolean chooses(Selector selector, DeployedService service) {
        if (!scopes.containsKey(service.scope().id())) {
            // A host that is not resolved, of which is not known what a selector may ask for
            survey.wants(service.scope());
            return false;
        }
        for (Fact fact = of(service); fact != null; fact = fact.parent()) {
            if (!TOO_WIDE.contains(fact.kind()) && selector.matches(fact)) {
                return true;
            }
        }
        return false;
    }

    /** A scope, with what is in it. */
    final class ScopeFact implements Fact {
        private final ScopeDeclaration scope;
        private final List<Fact> children = new ArrayList<>();
        private @Nullable AttrsValue fields;

        ScopeFact(ScopeDeclaration scope) {
            this.scope = scope;
        }

        @Override
        public String kind() {
            return scope.kind();
        }

        @Override
        public String id() {
            return scope.id();
        }

        @Override
        public String name() {
            return scope.name();
        }

        @Override
        public boolean hasTag(String tag) {
            return tags().contains(tag);
        }

        List<String> tags() {
            return scope.tags().stream().map(Reference::name).toList();
        }

        @Override
        public AttrsValue fields() {
            AttrsValue known = fields;
            if (known == null) {
                known = ScopeFields.of(this, contexts.value(scope));
                fields = known;
            }
            return known;
        }

        @Override
        public @Nullable ScopeFact parent() {
            return scope.parent() == null ? null : scopes.get(scope.parent());
        }

        @Override
        public List<Fact> children() {
            if (HOLDS_HOSTS.contains(kind())) {
                survey.everyHost("a selector");
            }
            return children;
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
