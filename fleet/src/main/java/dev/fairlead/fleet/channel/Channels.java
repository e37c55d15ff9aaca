package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Elsewhere;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Deployment;
import dev.fairlead.fleet.deploy.Doubt;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.require.FleetGraph;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.select.SelectorReader;
import dev.fairlead.fleet.setting.Schemas;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The stratum of channels: which there are, who emits into them and who reads them. What flows is computed when it is read.
 */
public final class Channels {
    private final Findings findings = new Findings();
    private final ChannelDeclarations declared;
    private final ChannelTypes types;
    private final ChannelTraffic traffic;
    private final ChannelReport report;
    private final UnusedChannels unused;
    private final FleetGraph fleet;
    private final Readings readings;
    private final Set<DeployedService> unreadable;
    private final ChannelArguments given;

    /**
     * Where evaluation happens, and how what it runs into is told.
     *
     * @param elsewhere the parts of the fleet that are not resolved
     * @param guests what is seen of those
     */
    public record Setting(
            Evaluator evaluator,
            Value lib,
            Places places,
            EvaluationFindings errors,
            SelectorReader selectors,
            Elsewhere elsewhere,
            List<Emission> guests) {}

    /** Decides what channels there are, who emits into them and who reads them. */
    public Channels(
            Declarations declarations, Deployment deployment, FleetGraph fleet, Arguments arguments, Setting setting) {
        Places places = setting.places();
        EvaluationFindings errors = setting.errors();
        var facets = new PipeFacets(arguments, places, errors, findings, setting.selectors());
        declared = new ChannelDeclarations(declarations.registries().channels(), places, errors, findings);
        var schemas = new Schemas(setting.lib(), declarations.references(), places, errors);
        types = new ChannelTypes(schemas, Context.of(Map.of("lib", setting.lib())), places, findings);
        var selected = new SelectedChannels(setting.evaluator(), places);
        traffic = new TrafficReader(facets, declared, types, selected, fleet, setting.elsewhere())
                .read(deployment.services());
        var inSight = new ArrayList<Emission>(traffic.emissions());
        inSight.addAll(setting.guests());
        var sight = new Sight(fleet, inSight);
        this.fleet = fleet;
        readings = new Readings(
                sight,
                traffic.gathers(),
                (gather, service) -> deployment.facts().chooses(gather.selector(), service));
        report = new ChannelReport(declared, traffic, readings, places, errors, findings);
        unused = new UnusedChannels(declared, traffic, report, readings);
        unreadable = facets.failed();
        var names = new TreeSet<>(declared.names());
        names.addAll(traffic.names());
        names.addAll(setting.elsewhere().channels());
        given = new ChannelArguments(readings, fleet, names);
    }

    /** The argument {@code pipes} of a service's functions. */
    public Value pipes(DeployedService service) {
        return given.pipes(service);
    }

    /** The argument {@code channels} of a service's functions. */
    public Value channels(DeployedService service) {
        return given.channels(service);
    }

    /**
     * What flows, all of it computed; to be asked once all that it may depend on is decided.
     *
     * @param doubt what could not be read: who seems to emit or read nothing may do so there
     */
    public Flow flow(Doubt doubt) {
        declared.all().forEach(types::read);
        SortedMap<String, Channel> channels = report.channels();
        Predicate<Emission> maybeConsumed = emission -> isDoubtful(emission, doubt);
        findings.addAll(unused.findings(unreadable.isEmpty() && !doubt.isAny(), maybeConsumed));
        var fates = new Fates(declared, traffic, report, readings, fleet, maybeConsumed);
        return new Flow(
                channels, ChannelEdges.of(channels), report.stateReaders(), emitted(), fates, findings.sorted());
    }

    private List<Emitted> emitted() {
        return traffic.emissions().stream()
                .map(emission -> new Emitted(
                        emission,
                        emission.isState() || declared.of(emission.channel()).required()))
                .toList();
    }

    /** The producers of the items of a channel that a service sees, by their ids, one for each item, in order. */
    public List<String> producers(DeployedService service, String channel) {
        return readings.seen(service, channel).stream()
                .map(item -> item.origin().service().id())
                .toList();
    }

    /** Whether a service chooses what it reads from a channel by who emits it. */
    public boolean gathers(DeployedService service, String channel) {
        return readings.gathers(service).stream()
                .anyMatch(gather -> gather.channel().equals(channel));
    }

    /** Whether an emission is seen where something could not be read: a service may be missing there, or what it reads. */
    private boolean isDoubtful(Emission emission, Doubt doubt) {
        return doubt.everywhere()
                || !doubt.aspects().isEmpty()
                || unreadable.stream().anyMatch(service -> readings.sees(service, emission))
                || fleet.scopes().stream()
                        .filter(scope -> doubt.scopes().contains(scope.id()))
                        .anyMatch(scope -> readings.sees(scope, emission));
    }

    /**
     * Something that a service emits.
     *
     * @param wanted whether it matters that somebody takes it
     */
    public record Emitted(Emission emission, boolean wanted) {}

    /**
     * What flows through the channels of a fleet.
     *
     * @param channels by name
     * @param edges from who emits to who reads
     * @param emitted what is put into channels, state that is only there for those who gather it included
     * @param stateReaders by the id of a service whose state somebody gets, the ids of those who do
     * @param fates of the items
     * @param findings about declarations, items and readers
     */
    public record Flow(
            SortedMap<String, Channel> channels,
            List<Edge> edges,
            SortedMap<String, SortedSet<String>> stateReaders,
            List<Emitted> emitted,
            Fates fates,
            List<Finding> findings) {
        public Flow {
            edges = List.copyOf(edges);
            emitted = List.copyOf(emitted);
            findings = List.copyOf(findings);
        }
    }
}
