package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.deploy.Doubt;
import dev.fairlead.fleet.deploy.Meta.Cardinality;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.scope.Answer;
import dev.fairlead.scope.Found;
import dev.fairlead.scope.Query;
import dev.fairlead.scope.Resolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requirements of every service: each is a query of the scope graph from the service's own scope, which
 * never finds the service itself.
 */
final class Requirements {
    private final FleetGraph fleet;
    private final AspectTree aspects;
    private final Resolver<DeployedService> resolver;
    private final Set<String> doubtful;
    private final boolean doubtEverywhere;
    private final ProviderSelectors selectors;
    private final Predicate<Capability> perhaps;
    private final List<RejectedChoice> rejected = new ArrayList<>();

    /** A binding chosen by {@code bindings.<capability>} that cannot be had. */
    record RejectedChoice(Binding binding, Choice choice, List<Found<DeployedService>> reachable) {}

    /**
     * @param services all services; those whose {@code meta} is partly unknown may provide anything
     * @param selectors those that requirements choose providers by
     * @param doubt what could not be read, and with it perhaps a provider
     * @param perhaps true of what may be provided by an aspect of which is unknown where it is deployed
     */
    Requirements(
            FleetGraph fleet,
            AspectTree aspects,
            List<DeployedService> services,
            Doubt doubt,
            ProviderSelectors selectors,
            Predicate<Capability> perhaps) {
        this.perhaps = perhaps;
        this.selectors = selectors;
        this.fleet = fleet;
        this.aspects = aspects;
        this.resolver = new Resolver<>(fleet.graph(), Query.TRANSITIVE_IMPORTS);
        this.doubtEverywhere = doubt.everywhere();
        this.doubtful = doubtful(services, doubt);
    }

    /**
     * The scopes in which something may be provided that could not be read. What a service provides is taken to be seen
     * on its host, as is usual; doubting all scopes around it would hide what is missing elsewhere.
     */
    private Set<String> doubtful(List<DeployedService> services, Doubt doubt) {
        var scopes = new HashSet<>(doubt.scopes());
        for (DeployedService service : services) {
            if (!service.meta().known()) {
                ScopeDeclaration at = service.scope();
                scopes.add(at.id());
                if (at.kind().equals("user") && at.parent() != null) {
                    scopes.add(at.parent());
                }
            }
        }
        return scopes;
    }

    Resolver<DeployedService> resolver() {
        return resolver;
    }

    /** The choices that could not be followed so far. */
    List<RejectedChoice> rejectedChoices() {
        return rejected;
    }

    /** What becomes of all requirements of a service: those it declares, then those of its inclusions. */
    List<Binding> bind(DeployedService service) {
        var bindings = new ArrayList<Binding>();
        for (Require require : service.meta().requires()) {
            bindings.add(bind(service, require));
        }
        for (Brought brought : service.brings()) {
            if (!brought.service().meta().provides().isEmpty()) {
                bindings.add(bindInclusion(service, brought));
            }
        }
        return bindings;
    }

    private Binding bind(DeployedService service, Require require) {
        if (!require.read()) {
            return unknown(service, require);
        }
        Answer<DeployedService> answer = answer(service, require);
        if (answer.isEmpty() && selectors.isUnknown(service, require)) {
            return unknown(service, require);
        }
        if (require.cardinality().isPlural()) {
            return answer.isEmpty()
                    ? unmet(service, require)
                    : new Binding(service, require, State.BOUND, answer.reachable(), List.of(), null, false);
        }
        Binding chosen = choose(service, require, answer);
        if (chosen != null) {
            return chosen;
        }
        if (answer.isEmpty()) {
            return unmet(service, require);
        }
        return answer.isAmbiguous()
                ? new Binding(service, require, State.AMBIGUOUS, List.of(), answer.visible(), null, false)
                : new Binding(service, require, State.BOUND, answer.visible(), List.of(), null, false);
    }

    /** What the name of a requirement means from a service. */
    Answer<DeployedService> answer(DeployedService service, Require require) {
        Capability capability = Capability.of(require, aspects);
        return resolver.resolve(
                service.id(),
                capability.name(),
                provider -> !provider.equals(service)
                        && capability.admits(provider)
                        && selectors.admits(service, require, provider));
    }

    /** Whether a service in sight would meet a requirement, but for the selector it has. */
    boolean isReachable(Binding binding, DeployedService provider) {
        return binding.require().from() != null
                && !resolver.resolve(binding.service().id(), binding.require().capability(), provider::equals)
                        .isEmpty();
    }

    private static Binding unknown(DeployedService service, Require require) {
        return new Binding(service, require, State.UNKNOWN, List.of(), List.of(), null, false);
    }

    private Binding unmet(DeployedService service, Require require) {
        State state = switch (require.cardinality()) {
            case OPTIONAL, MANY -> State.OPTIONAL;
            case ONE, SOME ->
                isDoubtful(service) || perhaps.test(Capability.of(require, aspects)) ? State.UNKNOWN : State.MISSING;
        };
        return new Binding(service, require, state, List.of(), List.of(), null, false);
    }

    private boolean isDoubtful(DeployedService service) {
        return doubtEverywhere
                || (!doubtful.isEmpty()
                        && resolver.searched(service.id()).stream()
                                .anyMatch(scope -> !scope.equals(service.id()) && doubtful.contains(scope)));
    }

    /** What a rule chooses, else what the nearest {@code bindings.<capability>} says, or null if none does. */
    private @Nullable Binding choose(DeployedService service, Require require, Answer<DeployedService> answer) {
        Binding chosen = choose(service, require, answer, service.choices());
        for (ScopeDeclaration at = service.scope(); chosen == null && at != null; at = fleet.around(at)) {
            chosen = choose(service, require, answer, at.bindings());
        }
        return chosen;
    }

    private @Nullable Binding choose(
            DeployedService service, Require require, Answer<DeployedService> answer, List<Choice> choices) {
        for (Choice choice : choices) {
            if (choice.capability().equals(require.capability())) {
                List<Found<DeployedService>> reachable = answer.reachable();
                List<Found<DeployedService>> matching = reachable.stream()
                        .filter(found -> isChosen(found.datum(), choice.service()))
                        .toList();
                if (!matching.isEmpty()) {
                    return chosen(service, require, choice, matching);
                }
                if (isChosen(service, choice.service())) {
                    return null; // the chosen service itself looks further
                }
                Binding unmet = new Binding(service, require, State.UNKNOWN, List.of(), List.of(), choice, false);
                rejected.add(new RejectedChoice(unmet, choice, reachable));
                return unmet;
            }
        }
        return null;
    }

    /** Of several services that a choice by aspect names, the nearest. */
    private static Binding chosen(
            DeployedService service, Require require, Choice choice, List<Found<DeployedService>> matching) {
        List<Found<DeployedService>> nearest = matching.stream()
                .filter(found ->
                        found.path().word().equals(matching.getFirst().path().word()))
                .toList();
        return nearest.size() == 1
                ? new Binding(service, require, State.BOUND, nearest, List.of(), choice, false)
                : new Binding(service, require, State.AMBIGUOUS, List.of(), nearest, choice, false);
    }

    /** Whether a choice means a service, by its id or its aspect. */
    static boolean isChosen(DeployedService service, String choice) {
        return service.id().equals(choice) || choice.equals("service:" + service.aspect());
    }

    private Binding bindInclusion(DeployedService service, Brought brought) {
        DeployedService provider = brought.service();
        var require = new Require(
                provider.aspect(), true, Cardinality.ONE, false, false, true, null, null, brought.location());
        List<Found<DeployedService>> bound = resolver.resolve(service.id(), provider.aspect(), provider::equals)
                .visible();
        State state = bound.isEmpty() ? State.UNKNOWN : State.BOUND;
        return new Binding(service, require, state, bound, List.of(), null, true);
    }
}
