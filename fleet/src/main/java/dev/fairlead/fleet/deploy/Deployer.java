package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.select.SelectorReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which services a fleet has, in three steps: what includes bring; what {@code neededBy} brings to the scopes
 * that it chooses by what is there already, and the includes of that; and then, once, what {@code excludes} take away.
 */
public final class Deployer {
    private final Declarations declarations;
    private final Policy policy;
    private final FacetReaders readers;
    private final AspectNames names;
    private final ScopeIncludes scopeIncludes;
    private final IncludeClosure closure;
    private final Map<String, List<ScopeDeclaration>> users;
    private final Survey survey;
    private final Findings findings = new Findings();

    /**
     * @param contexts what functions may ask for
     * @param doubt what could not be read: an aspect that is not known may be declared there
     * @param arguments what later strata will give to functions of services
     * @param policy what rules change about services; what they change about scopes is in the declarations
     * @param survey is told of selectors that look at hosts in general
     */
    public Deployer(
            Declarations declarations,
            Contexts contexts,
            Places places,
            EvaluationFindings errors,
            Doubt doubt,
            Arguments arguments,
            Policy policy,
            Survey survey) {
        this.survey = survey;
        this.declarations = declarations;
        this.policy = policy;
        this.readers = new FacetReaders(contexts, arguments, places, errors, findings);
        this.names = new AspectNames(declarations.aspects(), declarations.facets(), doubt, findings);
        this.scopeIncludes = new ScopeIncludes(declarations);
        this.users = declarations.scopes().users().stream().collect(Collectors.groupingBy(Deployer::hostOf));
        this.closure = new IncludeClosure(declarations, readers, names, this::usersOf, policy);
    }

    private static String hostOf(ScopeDeclaration user) {
        return user.parent() == null ? "" : user.parent();
    }

    private List<ScopeDeclaration> usersOf(ScopeDeclaration host) {
        return users.getOrDefault(host.id(), List.of());
    }

    /** The services of all scopes. Must run where the evaluator of the fleet does. */
    public Deployment deploy() {
        for (ScopeDeclaration host : declarations.scopes().hosts()) {
            closure.follow(scopeIncludes.ofHost(host));
            followNamesake(host);
            usersOf(host).forEach(user -> closure.follow(scopeIncludes.own(user)));
        }
        declarations.scopes().entities().forEach(entity -> closure.follow(scopeIncludes.own(entity)));
        closure.follow(neededBy());
        List<ExcludedService> excluded =
                new Exclusions(declarations, scopeIncludes, readers, names, policy).of(closure.services());
        Set<DeployedService> gone = new HashSet<>();
        excluded.forEach(each -> gone.add(each.service()));
        List<DeployedService> services = closure.services().stream()
                .filter(service -> !gone.contains(service))
                .toList();
        return new Deployment(services, excluded, facts(services), findings.sorted());
    }

    private List<Include> neededBy() {
        var selectors = new SelectorReader(furtherKinds(), readers.places(), readers.errors(), findings);
        return new NeededBy(declarations, readers, selectors, facts(List.copyOf(closure.services()))).includes();
    }

    private Set<String> furtherKinds() {
        return declarations.registries().kinds().stream().map(Declared::name).collect(Collectors.toSet());
    }

    private Facts facts(List<DeployedService> services) {
        return new Facts(declarations, readers.contexts(), services, survey);
    }

    private void followNamesake(ScopeDeclaration host) {
        Aspect namesake = scopeIncludes.namesake(host);
        if (namesake == null
                || !IncludeClosure.isAspect(
                        readers.in(host, host.id()).force(namesake.definition(), namesake.location()))) {
            return;
        }
        DeployedService included = closure.service(DeployedService.id(host.name(), null, host));
        if (included != null) {
            findings.add(includedTwice(host, namesake, included.includedBy().getFirst()));
        }
        closure.follow(List.of(Include.of(namesake.definition(), namesake.location(), host, host.name(), host)));
    }

    private static Finding includedTwice(ScopeDeclaration host, Aspect namesake, Inclusion other) {
        return Finding.of(
                        FindingId.HOST_ASPECT,
                        host.id() + " gets den.aspects." + host.name() + " by its name, and " + other.by()
                                + " includes it too.")
                .subject(host.id())
                .at(other.location())
                .related(
                        namesake.location() == null
                                ? List.of()
                                : List.of(new Finding.Related("the aspect", namesake.location())))
                .fix("leave the include out, or give the aspect another name")
                .build();
    }
}
