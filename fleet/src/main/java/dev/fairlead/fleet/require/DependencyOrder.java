package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Dialect;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.scope.Found;
import dev.fairlead.scope.digraph.Digraph;
import dev.fairlead.scope.digraph.ShortestCycle;
import dev.fairlead.scope.digraph.Waves;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order of deployment by all bindings that are not late, and the cycles that keep services out of it. */
public final class DependencyOrder {
    /** Before the number of a wave: what is there already stands on as many steps as there are waves before its own. */
    private static final String STEP = "\0step ";

    /** A dependency of one service on another. */
    private record Edge(String from, String to) {
        // Written out because every run needs them: the JVM links those of a record anew in each process.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Edge edge && from.equals(edge.from) && to.equals(edge.to);
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + to.hashCode();
        }
    }

    private final Map<Edge, Binding> causes = new HashMap<>();
    private final Set<Edge> onCycle = new HashSet<>();
    private final List<List<String>> waves;
    private final List<List<String>> cycles;

    /** @param guests in which wave each service is that is there already */
    DependencyOrder(List<DeployedService> services, Collection<Binding> bindings, Map<String, Integer> guests) {
        var builder = Digraph.builder();
        guests.forEach((id, wave) -> steps(id, wave, builder));
        services.forEach(service -> builder.node(service.id()));
        for (Binding binding : bindings) {
            if (!binding.require().late()) {
                for (Found<DeployedService> bound : binding.bound()) {
                    var edge = new Edge(binding.service().id(), bound.datum().id());
                    causes.putIfAbsent(edge, binding);
                    builder.edge(edge.from(), edge.to());
                }
            }
        }
        Digraph graph = builder.build();
        Waves all = Waves.of(graph);
        waves = guests.isEmpty() ? all.waves() : of(services, all);
        cycles = all.blocked().isEmpty() ? List.of() : ShortestCycle.ofEachComponent(graph);
        for (List<String> cycle : cycles) {
            for (int i = 0; i < cycle.size(); i++) {
                onCycle.add(new Edge(cycle.get(i), cycle.get((i + 1) % cycle.size())));
            }
        }
    }

    private static void steps(String id, int wave, Digraph.Builder builder) {
        builder.node(id);
        String above = id;
        for (int step = wave - 1; step >= 0; step--) {
            builder.edge(above, STEP + step);
            above = STEP + step;
        }
    }

    /** The waves of some services. */
    private static List<List<String>> of(List<DeployedService> services, Waves all) {
        Set<String> own = services.stream().map(DeployedService::id).collect(Collectors.toSet());
        return all.waves().stream()
                .map(wave -> wave.stream().filter(own::contains).toList())
                .toList();
    }

    /** The waves of the plan. One is empty if it has only what was there already. */
    public List<List<String>> waves() {
        return waves;
    }

    /** Whether a dependency lies on one of the cycles that were found. */
    public boolean isOnCycle(String from, String to) {
        return onCycle.contains(new Edge(from, to));
    }

    /** One finding for each knot of services that depend on each other: its shortest cycle. */
    List<Finding> findings(ServiceNames names, Dialect dialect) {
        return cycles.stream().map(cycle -> finding(cycle, names, dialect)).toList();
    }

    private Finding finding(List<String> cycle, ServiceNames names, Dialect dialect) {
        var round = new ArrayList<>(cycle);
        round.add(cycle.getFirst());
        var steps = new ArrayList<Related>();
        @Nullable Place first = null;
        var through = new ArrayList<Binding>();
        for (int i = 0; i + 1 < round.size(); i++) {
            Binding binding = Objects.requireNonNull(causes.get(new Edge(round.get(i), round.get(i + 1))));
            through.add(binding);
            Place place = binding.require().location();
            if (place != null) {
                first = first == null ? place : first;
                String capability = binding.require().capability();
                steps.add(new Related(
                        names.print(round.get(i)) + " needs " + capability + ", bound to "
                                + names.print(round.get(i + 1)),
                        place));
            }
        }
        String path = round.stream().map(names::print).collect(Collectors.joining(" → "));
        return Finding.of(FindingId.DEPENDENCY_CYCLE, "Services depend on each other in a cycle: " + path + ".")
                .subject(cycle.getFirst())
                .at(first)
                .chain(round)
                .related(steps)
                .fix(fix(through, dialect))
                .build();
    }

    /** An include is an order that nothing postpones, so a requirement is looked for first. */
    private static @Nullable String fix(List<Binding> cycle, Dialect dialect) {
        for (Binding binding : cycle.reversed()) {
            if (!binding.inclusion()) {
                List<String> listed = !binding.require().listed()
                        ? List.of()
                        : binding.service().meta().requires().stream()
                                .filter(Require::listed)
                                .map(Require::writtenAs)
                                .toList();
                return dialect.postpone(binding.service().aspect(), binding.writtenAs(), listed);
            }
        }
        Binding last = cycle.getLast();
        return dialect.leaveOut(
                last.bound().getFirst().datum().aspect(), last.service().aspect());
    }
}
