package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Channels;
import dev.fairlead.fleet.channel.Channels.Flow;
import dev.fairlead.fleet.claim.ClaimedPorts;
import dev.fairlead.fleet.claim.Claims;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.claim.SettingRead;
import dev.fairlead.fleet.claim.StateClaims;
import dev.fairlead.fleet.content.Contents;
import dev.fairlead.fleet.contract.Wiring;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Survey;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Arguments.Later;
import dev.fairlead.fleet.deploy.Contexts;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Deployer;
import dev.fairlead.fleet.deploy.Deployment;
import dev.fairlead.fleet.deploy.Doubt;
import dev.fairlead.fleet.deploy.Facts;
import dev.fairlead.fleet.deploy.IdleAspects;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Contradictions;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.policy.PolicyDeclarations;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.fleet.require.ProviderSelectors;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.route.Backends;
import dev.fairlead.fleet.rule.RuleFact;
import dev.fairlead.fleet.rule.Snapshot;
import dev.fairlead.fleet.rule.World;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.fleet.setting.PolicySetting;
import dev.fairlead.fleet.setting.SettingOrigin;
import dev.fairlead.fleet.setting.Settings;
import dev.fairlead.fleet.setting.SettingsReport;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a fleet under one policy, stratum by stratum. Each is computed when something asks for it: rules about
 * hosts must not pay for what services mean to each other.
 */
final class Strata implements Snapshot {
    private final FleetInput input;
    private final Survey survey;
    private final Places places;
    private final EvaluationFindings errors;
    private final Policy policy;
    private final Locked locked;
    private final Guests guests;
    private final Declarations declarations;
    private final Value lib;
    private final Settings settings;
    private final Contexts contexts;
    private final Arguments arguments = new Arguments();
    private final Findings chosen = new Findings();
    private final SelectorReader selectors;
    private final Stratum<Deployment> deployment = new Stratum<>(this::deploy);
    private final Stratum<Facts> scopeFacts = new Stratum<>(this::readScopes);
    private final Stratum<Outcome> outcome = new Stratum<>(this::require);
    private final Stratum<Wiring> wiring = new Stratum<>(this::wire);
    private final Stratum<Claims> claims = new Stratum<>(this::claim);
    private final Stratum<ClaimedPorts> ports = new Stratum<>(this::claimPorts);
    private final Stratum<Channels> channels = new Stratum<>(this::connect);
    private final Stratum<Flow> flow = new Stratum<>(this::letFlow);
    private final Stratum<StateClaims> state = new Stratum<>(this::keep);
    private final Stratum<Backends> backends = new Stratum<>(this::choose);
    private final Stratum<SettingsReport> settled = new Stratum<>(this::settle);
    private final Stratum<Contents> contents = new Stratum<>(this::tell);

    /**
     * @param declared what the fleet declares, whatever the policy
     * @param guests what is seen of hosts that the input does not have
     */
    Strata(
            FleetInput input,
            Declarations declared,
            Policy policy,
            Locked locked,
            Guests guests,
            Places places,
            EvaluationFindings errors,
            Survey survey) {
        this.input = input;
        this.survey = survey;
        this.places = places;
        this.errors = errors;
        this.policy = policy;
        this.locked = locked;
        this.guests = guests;
        this.declarations = PolicyDeclarations.apply(policy, declared);
        var kinds = new TreeSet<String>();
        declarations.registries().kinds().forEach(kind -> kinds.add(kind.name()));
        this.selectors = new SelectorReader(kinds, places, errors, chosen);
        this.lib = declared.references().extend(input.lib());
        this.settings = new Settings(declarations, lib, places, errors, assigned(policy));
        this.contexts = new Contexts(declarations, settings);
    }

    private static List<PolicySetting> assigned(Policy policy) {
        return policy.all(Change.Assign.class).stream()
                .map(change -> new PolicySetting(
                        change.because().rule(),
                        change.because().priority(),
                        change.target(),
                        change.path(),
                        change.value(),
                        change.position()))
                .toList();
    }

    @Override
    public Declarations declarations() {
        return declarations;
    }

    /** What was found wrong before anything was deployed. */
    private List<Finding> read() {
        List<Finding> read = new ArrayList<>(input.findings());
        read.addAll(declarations.findings());
        return read;
    }

    /** Which services there are. */
    Deployment deployment() {
        return deployment.get();
    }

    private Deployment deploy() {
        Deployment deployed = new Deployer(
                        declarations, contexts, places, errors, Doubt.of(read()), arguments, policy, survey)
                .deploy();
        arguments.give(Later.PORTS, service -> claims().numbers(service));
        arguments.give(Later.BINDINGS, service -> wiring().bindings(service));
        arguments.give(Later.REQUESTS, service -> wiring().requests(service));
        arguments.give(Later.PIPES, service -> channels().pipes(service));
        arguments.give(Later.CHANNELS, service -> channels().channels(service));
        return deployed;
    }

    /** What was found wrong up to the services. */
    private List<Finding> deployed() {
        var found = read();
        found.addAll(deployment().findings());
        return found;
    }

    @Override
    public List<DeployedService> services() {
        return deployment().services();
    }

    @Override
    public Facts scopes() {
        return scopeFacts.get();
    }

    private Facts readScopes() {
        return new Facts(declarations, contexts, List.of(), survey);
    }

    @Override
    public Facts facts() {
        return deployment().facts();
    }

    @Override
    public Policy policy() {
        return policy;
    }

    /** What became of their requirements. */
    @Override
    public Outcome outcome() {
        return outcome.get();
    }

    private Outcome require() {
        var from = new ProviderSelectors(deployment().facts(), selectors, errors);
        return arguments.before(
                EnumSet.allOf(Later.class),
                () -> Outcome.of(
                        declarations,
                        services(),
                        deployment().excluded(),
                        guests.seen(),
                        Doubt.of(deployed()),
                        from,
                        () -> IdleAspects.read(declarations, places, errors)));
    }

    /** What both sides of the bindings tell each other. */
    Wiring wiring() {
        return wiring.get();
    }

    private Wiring wire() {
        return new Wiring(declarations, outcome(), deployed(), new Wiring.Setting(lib, places, errors));
    }

    private Claims.Setting claimed() {
        return new Claims.Setting(places, errors, arguments, this::origin, policy);
    }

    /** Where what a service read from settings comes from. */
    private @Nullable SettingOrigin origin(DeployedService service, SettingRead read) {
        if (read.scope() == null) {
            return settings.origin(service.settings(), read.path());
        }
        ScopeDeclaration at = declarations.scopes().enclosing(service.scope(), read.scope());
        return at == null ? null : settings.origin(at.id(), read.path());
    }

    private Claims claims() {
        return claims.get();
    }

    private Claims claim() {
        return new Claims(
                declarations, services(), claimed(), locked, deployed().stream().anyMatch(Finding::isError));
    }

    /** The ports that services claim. */
    ClaimedPorts ports() {
        return ports.get();
    }

    private ClaimedPorts claimPorts() {
        return claims().ports();
    }

    @Override
    public Map<String, Function<World, List<RuleFact>>> further() {
        return Map.of(
                "port", world -> PortFacts.of(ports(), world),
                "channel", world -> ChannelFacts.channels(flow()),
                "channel-item", world -> ChannelFacts.items(flow(), world),
                "channel-reader", world -> ChannelFacts.readers(flow(), world),
                "setting", world -> SettingFacts.of(settled().settings(), declarations.aspects(), world));
    }

    private Channels channels() {
        return channels.get();
    }

    private Channels connect() {
        var setting = new Channels.Setting(
                input.evaluator(), lib, places, errors, selectors, input.elsewhere(), guests.emissions());
        return arguments.before(
                EnumSet.of(Later.PIPES, Later.CHANNELS, Later.PORTS),
                () -> new Channels(declarations, deployment(), outcome().graph(), arguments, setting));
    }

    /** What flows through channels. */
    Flow flow() {
        return flow.get();
    }

    private Flow letFlow() {
        return channels().flow(Doubt.of(deployed()));
    }

    private StateClaims state() {
        return state.get();
    }

    private StateClaims keep() {
        return new StateClaims(services(), flow().stateReaders(), claimed());
    }

    private Backends backends() {
        return backends.get();
    }

    private Backends choose() {
        return new Backends(declarations, services(), new Backends.Setting(places, errors, arguments, policy));
    }

    private SettingsReport settled() {
        return settled.get();
    }

    private SettingsReport settle() {
        var report = new SettingsReport(settings);
        for (DeployedService service : services()) {
            report.add(service.id(), service.settings());
        }
        report.addLayers();
        return report;
    }

    /** What services share besides the capabilities they require. */
    Coordination coordination() {
        return new Coordination(
                settled().settings(),
                flow().channels(),
                ports().claims(),
                state().claims(),
                backends().chosen());
    }

    /** What each host has to do with the others; to be asked once everything is computed. */
    Map<String, Footprint> footprints() {
        return Footprints.of(services(), outcome(), flow(), channels()::gathers, arguments, survey);
    }

    /** The services of each host that only compute their content with what channels bring; to be asked after all content. */
    Map<String, List<ContentReader>> contentReaders() {
        return ContentReaders.of(services(), outcome(), flow(), arguments);
    }

    /** The producers of the items of a channel that a service sees, one for each item, in order. */
    List<String> producers(DeployedService service, String channel) {
        return channels().producers(service, channel);
    }

    /** What services say for their classes. */
    Contents contents() {
        return contents.get();
    }

    private Contents tell() {
        return new Contents(input.evaluator(), places, arguments);
    }

    /** What others see of each host; to be asked once everything is computed. */
    Map<String, Guest> appearances() {
        return GuestReader.of(services(), outcome(), flow());
    }

    /** What all strata found wrong; computes those that nobody asked for yet. */
    List<Finding> findings() {
        var findings = deployed();
        findings.addAll(outcome().findings());
        findings.addAll(wiring().findings());
        findings.addAll(settled().findings());
        findings.addAll(flow().findings());
        findings.addAll(chosen.sorted());
        ports();
        findings.addAll(claims().findings());
        findings.addAll(state().findings());
        findings.addAll(backends().findings());
        findings.addAll(Contradictions.of(policy));
        return findings;
    }
}
