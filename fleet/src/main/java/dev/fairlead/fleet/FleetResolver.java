package dev.fairlead.fleet;

import dev.fairlead.fleet.Coordination.PortClaim;
import dev.fairlead.fleet.channel.Channels;
import dev.fairlead.fleet.claim.Claims;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.claim.SettingOrigins;
import dev.fairlead.fleet.claim.StateClaims;
import dev.fairlead.fleet.declare.DeclarationReader;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Arguments.Later;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Deployer;
import dev.fairlead.fleet.deploy.Deployment;
import dev.fairlead.fleet.deploy.Doubt;
import dev.fairlead.fleet.deploy.IdleAspects;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.fleet.route.Backends;
import dev.fairlead.nix.value.EvalException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Understands a fleet, stratum by stratum: what it declares, which services that deploys, what they mean to each
 * other. Whatever is wrong on the way is a finding; the rest is still resolved.
 */
public final class FleetResolver {
    private FleetResolver() {}

    /** The resolution of a fleet that has no lock. Equal input gives an equal resolution. */
    public static Resolution resolve(FleetInput input) {
        return resolve(input, new Locked.Absent());
    }

    /** The resolution of a fleet, in which ports that were chosen before stay where they are. */
    public static Resolution resolve(FleetInput input, Locked locked) {
        try {
            return input.evaluator().run(() -> resolveHere(input, locked));
        } catch (EvalException stopped) {
            // Too deep or too large for what Fairlead itself makes of the fleet, so that nothing is left of it.
            return unresolved(input, stopped);
        }
    }

    private static Resolution unresolved(FleetInput input, EvalException stopped) {
        var errors = new EvaluationFindings(new Places(input.evaluator().sources(), input.root()));
        var findings = new Findings();
        findings.addAll(input.findings());
        String first = input.contributions().isEmpty()
                ? input.name()
                : input.contributions().getFirst().file();
        findings.add(errors.finding(stopped, null, Places.wholeFile(first)));
        return new Resolution(
                input.name(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Coordination.NONE,
                findings.sorted());
    }

    private static Resolution resolveHere(FleetInput input, Locked locked) {
        var places = new Places(input.evaluator().sources(), input.root());
        var errors = new EvaluationFindings(places);
        Declarations declarations = DeclarationReader.read(input);
        var read = new ArrayList<>(input.findings());
        read.addAll(declarations.findings());
        var arguments = new Arguments();
        Deployment deployment =
                new Deployer(declarations, input.lib(), places, errors, Doubt.of(read), arguments).deploy();
        read.addAll(deployment.findings());
        List<DeployedService> services = deployment.services();
        var claimed = new Claims.Setting(places, errors, arguments, SettingOrigins.UNKNOWN);
        var claims = new Claims(
                declarations,
                services,
                claimed,
                locked,
                read.stream().anyMatch(Finding::isError));
        arguments.give(Later.PORTS, claims::numbers);
        Outcome outcome = Outcome.of(
                declarations, services, Doubt.of(read), () -> IdleAspects.capabilities(declarations, places, errors));
        var channels = new Channels(
                declarations,
                deployment,
                outcome.graph(),
                arguments,
                new Channels.Setting(input.evaluator(), places, errors));
        List<PortClaim> ports = claims.ports();
        var backends = new Backends(declarations, services, new Backends.Setting(places, errors, arguments));
        Channels.Flow flow = channels.flow(Doubt.of(read));
        var state = new StateClaims(services, flow.stateReaders(), claimed);
        var findings = new Findings();
        findings.addAll(read);
        findings.addAll(outcome.findings());
        findings.addAll(flow.findings());
        findings.addAll(claims.findings());
        findings.addAll(state.findings());
        findings.addAll(backends.findings());
        var coordination = new Coordination(new TreeMap<>(), flow.channels(), ports, state.claims(), backends.chosen());
        return new ResolutionWriter(declarations, deployment, outcome, flow.edges(), places)
                .write(coordination, findings.sorted());
    }
}
