package dev.fairlead.cli.report;

import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Edge;
import dev.fairlead.fleet.Resolution.Excluded;
import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Service;
import dev.fairlead.fleet.Resolution.State;
import dev.fairlead.fleet.ResolvedGraph;
import dev.fairlead.fleet.ResolvedGraph.Reachable;
import dev.fairlead.fleet.finding.Finding;
import java.util.List;

/** What {@code why} says about one thing, before it is written. */
public sealed interface Explanation {
    /** What is wrong with it. */
    List<Finding> findings();

    /**
     * Why a service is deployed, and what it has to do with others.
     *
     * @param ways how it came to be included, one for each that includes it, each up to a scope
     * @param requiredBy the edges of requirements that are bound to it
     */
    record Deployed(Service service, List<List<Inclusion>> ways, List<Edge> requiredBy, List<Finding> findings)
            implements Explanation {}

    /**
     * What became of a requirement of a service.
     *
     * @param searched the ids of the scopes that were searched, in order
     * @param shadowed what could have met it too and lost to something more specific, most specific first
     */
    record Required(
            Service service,
            Requirement requirement,
            List<String> searched,
            List<Reachable> shadowed,
            List<Finding> findings)
            implements Explanation {}

    /** A service that something brings and something else keeps out. */
    record KeptOut(Excluded service, List<Finding> findings) implements Explanation {}

    /** Something that others require and that is deployed nowhere. */
    record Absent(String subject, List<Finding> findings) implements Explanation {}

    static Explanation of(Service service, Resolution resolution) {
        List<Edge> requiredBy = resolution.edges().stream()
                .filter(edge -> edge.kind() == Edge.Kind.REQUIRES && edge.to().equals(service.id()))
                .toList();
        List<Finding> findings = resolution.findings().stream()
                .filter(finding -> service.id().equals(finding.subject()))
                .toList();
        return new Deployed(service, new Provenance(resolution).ways(service), requiredBy, findings);
    }

    static Explanation of(Excluded service, Resolution resolution) {
        List<Finding> findings = resolution.findings().stream()
                .filter(finding -> service.id().equals(finding.subject()))
                .toList();
        return new KeptOut(service, findings);
    }

    static Explanation of(Service service, Requirement requirement, Resolution resolution) {
        List<Finding> findings = resolution.findings().stream()
                .filter(finding -> concerns(finding, service, requirement))
                .toList();
        ResolvedGraph graph = new ResolvedGraph(resolution);
        List<Reachable> shadowed = requirement.state() == State.BOUND
                ? graph.reachable(service, requirement).stream()
                        .filter(reachable -> !requirement
                                .bound()
                                .contains(reachable.provider().id()))
                        .toList()
                : List.of();
        return new Required(service, requirement, graph.searched(service), shadowed, findings);
    }

    /**
     * Whether a finding is about a requirement: about its service, and either at its place or, for a provider that is
     * missing, with it at the end of the chain.
     */
    private static boolean concerns(Finding finding, Service service, Requirement requirement) {
        if (!service.id().equals(finding.subject())) {
            return false;
        }
        if (finding.location() != null && finding.location().equals(requirement.location())) {
            return true;
        }
        String capability = bareName(requirement.capability());
        return !finding.chain().isEmpty() && bareName(finding.chain().getLast()).equals(capability);
    }

    /** The name in {@code service:dns}, {@code capability:dns} or {@code dns}. */
    static String bareName(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0 ? reference : reference.substring(colon + 1);
    }
}
