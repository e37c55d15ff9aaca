package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Dialect;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.ExcludedService;
import dev.fairlead.fleet.deploy.Meta.Visibility;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.scope.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Argues that a requirement cannot be met: the chain that led to it, the scopes that were searched, every near miss
 * with the reason it was rejected, and the smallest edit that would mend it.
 */
final class MissingDependency {
    private static final int MOST_CANDIDATES = 8;

    private final FleetGraph fleet;
    private final Requirements requirements;
    private final AspectTree aspects;
    private final Providers providers;
    private final Chains chains;
    private final ServiceNames names;
    private final Dialect dialect;

    MissingDependency(
            FleetGraph fleet,
            Requirements requirements,
            AspectTree aspects,
            Providers providers,
            Chains chains,
            ServiceNames names,
            Dialect dialect) {
        this.fleet = fleet;
        this.requirements = requirements;
        this.aspects = aspects;
        this.providers = providers;
        this.chains = chains;
        this.names = names;
        this.dialect = dialect;
    }

    Finding finding(Binding binding) {
        DeployedService service = binding.service();
        Capability wanted = Capability.of(binding.require(), aspects);
        List<DeployedService> elsewhere = elsewhere(service, wanted);
        List<String> idle = providers.idle(wanted.name()).stream()
                .filter(path -> !wanted.aspectOnly() || path.equals(wanted.name()))
                .toList();
        List<ExcludedService> excluded = providers.excluded(wanted);
        boolean misspelt =
                elsewhere.isEmpty() && idle.isEmpty() && excluded.isEmpty() && dialect.capabilitiesAreWritten();
        String nearest = misspelt ? nearestName(service, wanted) : null;
        String sentence = names.print(service.id()) + " imports " + wanted.id()
                + (elsewhere.stream().anyMatch(provider -> requirements.isReachable(binding, provider))
                        ? ", but its selector matches no service in scope that provides it."
                        : elsewhere.isEmpty()
                                ? ", but no scope matching " + wanted.id() + " exists in the graph."
                                : ", which is not in scope.");
        var chain = new ArrayList<>(chains.to(service.id()));
        chain.add(wanted.id());
        return Finding.of(FindingId.MISSING_DEPENDENCY, sentence)
                .subject(service.id())
                .at(binding.require().location())
                .chain(chain)
                .searched(requirements.resolver().searched(service.id()))
                .candidates(candidates(binding, elsewhere, excluded, idle, wanted, nearest))
                .fix(fix(binding, wanted, elsewhere, excluded, idle, nearest))
                .build();
    }

    /** The services that provide what is wanted where this one does not see it. */
    private List<DeployedService> elsewhere(DeployedService service, Capability wanted) {
        return fleet.graph().declarations(wanted.name()).stream()
                .map(Declaration::datum)
                .distinct()
                .filter(provider -> !provider.equals(service) && wanted.admits(provider))
                .toList();
    }

    private static boolean isItself(DeployedService service, Capability wanted) {
        return service.aspect().equals(wanted.name())
                || (!wanted.aspectOnly()
                        && service.meta().provides().stream()
                                .anyMatch(provide -> provide.capability().equals(wanted.name())));
    }

    private @Nullable String nearestName(DeployedService service, Capability wanted) {
        var known = new TreeSet<String>(providers.names());
        known.addAll(fleet.graph().names());
        known.remove(service.aspect());
        known.remove(wanted.name());
        return Suggestions.nearest(wanted.name(), known);
    }

    private List<Candidate> candidates(
            Binding binding,
            List<DeployedService> elsewhere,
            List<ExcludedService> excluded,
            List<String> idle,
            Capability wanted,
            @Nullable String nearest) {
        var candidates = new ArrayList<Candidate>();
        for (DeployedService provider : elsewhere) {
            candidates.add(new Candidate(provider.id(), whyRejected(binding, provider, wanted), provider.location()));
        }
        if (isItself(binding.service(), wanted)) {
            candidates.add(new Candidate(
                    binding.service().id(),
                    "is the service itself, which is never its own provider",
                    binding.service().location()));
        }
        excluded.forEach(each -> candidates.add(keptOut(each)));
        for (String path : idle) {
            String what = path.equals(wanted.name()) ? "is declared" : "provides it";
            candidates.add(new Candidate(dialect.aspect(path), what + ", but " + dialect.idle(path), declared(path)));
        }
        if (nearest != null) {
            String kind = aspects.find(nearest) == null ? "capability:" : "service:";
            candidates.add(new Candidate(kind + nearest, "has a similar name", declared(nearest)));
        }
        return candidates.size() <= MOST_CANDIDATES ? candidates : shorten(candidates);
    }

    /** Something includes it, and something else keeps it out, or what includes it. */
    private Candidate keptOut(ExcludedService excluded) {
        String id = excluded.service().id();
        ExcludedService banned = providers.keptOut(excluded);
        if (banned == null) {
            return new Candidate(
                    id,
                    "would provide it, but only what is excluded itself includes it",
                    excluded.service().location());
        }
        Inclusion by = banned.by().getFirst();
        String what = banned.equals(excluded) ? "it" : banned.service().id() + ", which brings it";
        return new Candidate(id, "would provide it, but " + by.by() + " excludes " + what, by.location());
    }

    private @Nullable Place declared(String path) {
        Aspect aspect = aspects.find(path);
        return aspect == null ? null : aspect.location();
    }

    private static List<Candidate> shorten(List<Candidate> candidates) {
        var few = new ArrayList<>(candidates.subList(0, MOST_CANDIDATES));
        few.add(new Candidate("…", "and " + (candidates.size() - MOST_CANDIDATES) + " more", null));
        return few;
    }

    private String whyRejected(Binding binding, DeployedService provider, Capability wanted) {
        return requirements.isReachable(binding, provider)
                ? "is in scope, but the selector of the requirement does not match it"
                : whyUnseen(provider, wanted);
    }

    private String whyUnseen(DeployedService provider, Capability wanted) {
        String seenIn = fleet.seenIn(provider, wanted.name());
        if (seenIn.equals(provider.id()) && provider.instance() != null) {
            return "is an instance that only the service including it sees";
        }
        return "is visible in " + seenIn + " only";
    }

    private @Nullable String fix(
            Binding binding,
            Capability wanted,
            List<DeployedService> elsewhere,
            List<ExcludedService> excluded,
            List<String> idle,
            @Nullable String nearest) {
        DeployedService service = binding.service();
        if (elsewhere.stream().anyMatch(provider -> requirements.isReachable(binding, provider))) {
            return "widen the selector, or leave it out";
        }
        if (!elsewhere.isEmpty()) {
            return widen(service, elsewhere.getFirst(), wanted);
        }
        String letIn = letIn(service, excluded);
        if (letIn != null) {
            return letIn;
        }
        if (!idle.isEmpty()) {
            return dialect.include(idle.getFirst(), service.scope());
        }
        if (isItself(service, wanted)) {
            return "leave the requirement out, or let another service provide " + wanted.name();
        }
        if (nearest != null) {
            return "did you mean \"" + nearest + "\"?";
        }
        return dialect.provide(wanted.name(), service.scope());
    }

    /** Deploys what something keeps out of the scope of the service, or null if nothing does. */
    private @Nullable String letIn(DeployedService service, List<ExcludedService> excluded) {
        for (ExcludedService each : excluded) {
            ExcludedService banned = providers.keptOut(each);
            if (banned != null && each.service().scope().equals(service.scope())) {
                return "take " + banned.service().aspect() + " out of the excludes of "
                        + banned.by().getFirst().by();
            }
        }
        return null;
    }

    /** Lets a provider be seen from a service: as widely as it takes, and no wider. */
    private @Nullable String widen(DeployedService service, DeployedService provider, Capability wanted) {
        ScopeDeclaration from = provider.scope();
        Visibility needed = commonScope(service.scope(), from);
        return dialect.share(wanted.name(), provider.aspect(), from, service.scope(), needed.text());
    }

    private Visibility commonScope(ScopeDeclaration a, ScopeDeclaration b) {
        for (ScopeDeclaration at = a; at != null; at = fleet.around(at)) {
            for (ScopeDeclaration other = b; other != null; other = fleet.around(other)) {
                if (at.id().equals(other.id())) {
                    return switch (at.kind()) {
                        case "environment" -> Visibility.ENVIRONMENT;
                        case "fleet" -> Visibility.FLEET;
                        default -> Visibility.HOST;
                    };
                }
            }
        }
        return Visibility.FLEET;
    }
}
