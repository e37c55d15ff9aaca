package dev.fairlead.fleet.resolution;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that Fairlead knows of a fleet, immutable: the only thing that reports, plans, diagrams, diffs and bridges read.
 * Lists are sorted by id; equal fleets give equal resolutions. Its JSON form is described in {@code docs/formats.md}.
 *
 * @param fleet the name of the fleet
 * @param excluded what is kept out although something includes it
 * @param plan the waves of deployment: service ids, each wave sorted
 * @param coordination settings, channels, claims and backends
 * @param findings in the order of reports
 */
public record Resolution(
        String fleet,
        List<Scope> scopes,
        List<Service> services,
        List<Excluded> excluded,
        List<Edge> edges,
        List<List<String>> plan,
        Coordination coordination,
        List<Finding> findings) {

    public Resolution {
        scopes = List.copyOf(scopes);
        services = List.copyOf(services);
        excluded = List.copyOf(excluded);
        edges = List.copyOf(edges);
        plan = plan.stream().map(List::copyOf).toList();
        findings = List.copyOf(findings);
    }

    /**
     * A place services live in: the fleet, an environment, a host or a user.
     *
     * @param id {@code fleet}, {@code env:<e>}, {@code host:<h>}, {@code user:<u>@<h>}
     * @param kind {@code fleet}, {@code environment}, {@code host} or {@code user}
     * @param parent the id of the scope around it; null for the fleet
     * @param imports scope ids, in declaration order
     * @param data what else was declared on it: the JSON form of each attribute (see {@link Data})
     */
    public record Scope(
            String id,
            String kind,
            String name,
            @Nullable String parent,
            List<String> imports,
            List<String> tags,
            SortedMap<String, Data> data,
            @Nullable Place location) {
        public Scope {
            imports = List.copyOf(imports);
            tags = List.copyOf(tags);
            data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        }
    }

    /**
     * An aspect deployed in a scope.
     *
     * @param id {@code service:<path>[instance]@<host>}
     * @param name the aspect path
     * @param scope the id of the scope it is deployed in
     * @param host the name of its host, or null where it has none
     * @param environment the name of its environment, or null
     * @param visibility how far it is seen under its own path, as {@link Provision#visibility} says it
     * @param classes the classes it has content for
     * @param wave its index in the plan; null if it lies on or behind a cycle
     */
    public record Service(
            String id,
            String name,
            @Nullable String instance,
            String scope,
            @Nullable String host,
            @Nullable String environment,
            String visibility,
            List<Provision> provides,
            List<Requirement> requires,
            List<String> classes,
            List<Inclusion> includedBy,
            @Nullable Integer wave,
            @Nullable Place location) {
        public Service {
            provides = List.copyOf(provides);
            requires = List.copyOf(requires);
            classes = List.copyOf(classes);
            includedBy = List.copyOf(includedBy);
        }
    }

    /** A capability a service offers, how far it is seen ({@code service host environment fleet}), and its data. */
    public record Provision(
            String capability,
            String visibility,
            Data data,
            @Nullable Place location) {}

    /**
     * A capability a service needs and what became of it.
     *
     * @param cardinality {@code one optional many some}
     * @param bound the ids of the services bound to it
     * @param paths for each bound id, the most specific way through the graph
     * @param choice who chose among the reachable, or null if the graph alone decides
     */
    public record Requirement(
            String capability,
            String cardinality,
            boolean late,
            State state,
            List<String> bound,
            Map<String, List<Step>> paths,
            @Nullable Choice choice,
            @Nullable Place location) {
        public Requirement {
            bound = List.copyOf(bound);
            paths = ordered(paths);
        }

        private static Map<String, List<Step>> ordered(Map<String, List<Step>> ways) {
            Map<String, List<Step>> copy = new LinkedHashMap<>();
            ways.forEach((id, way) -> copy.put(id, List.copyOf(way)));
            return Collections.unmodifiableMap(copy);
        }
    }

    /**
     * A provider that was chosen.
     *
     * @param by the id of the scope whose {@code bindings} choose it, or {@code rule:<name>}
     * @param service the service or aspect that was chosen, as it is written
     */
    public record Choice(
            String by, String service, @Nullable Place location) {}

    /** What became of a requirement. */
    public enum State {
        BOUND,
        MISSING,
        AMBIGUOUS,
        /** An optional requirement that nobody meets. */
        OPTIONAL,
        CYCLE,
        /** A fact it depends on could not be evaluated. */
        UNKNOWN
    }

    /** One step of a path: a label ({@code P}, {@code I}, {@code D}) and the id it leads to. */
    public record Step(String label, String to) {}

    /**
     * Who brought a service in, and where that is written.
     *
     * @param by the id of a service or scope, or {@code neededBy} if the aspect asks for it itself
     */
    public record Inclusion(String by, @Nullable Place location) {
        /** True if another service brought it. */
        public boolean isByService() {
            return by.startsWith("service:");
        }
    }

    /**
     * A service that is not deployed although something brings it.
     *
     * @param name the aspect path
     * @param by who excludes it; empty if only services bring it that are excluded themselves
     * @param includedBy who brings it
     */
    public record Excluded(String id, String name, String scope, List<Inclusion> by, List<Inclusion> includedBy) {
        public Excluded {
            by = List.copyOf(by);
            includedBy = List.copyOf(includedBy);
        }
    }

    /**
     * A connection between services.
     *
     * @param from a service id; a channel's where it leads on from there to who reads
     * @param to a service id, or {@code missing:<capability>}; a channel's where it leads there from who emits
     * @param label the capability, the name of the channel, or empty
     */
    public record Edge(String from, String to, Kind kind, String label, EdgeState state) implements Comparable<Edge> {
        /** By the fields in their order. Written out, since there are more edges than anything else to be sorted. */
        @Override
        public int compareTo(Edge other) {
            int order = from.compareTo(other.from);
            if (order == 0) {
                order = to.compareTo(other.to);
            }
            if (order == 0) {
                order = kind.compareTo(other.kind);
            }
            if (order == 0) {
                order = label.compareTo(other.label);
            }
            return order == 0 ? state.compareTo(other.state) : order;
        }

        private static final String CHANNEL = "channel:";

        /** The id that stands for a channel where its edges lead through it and not from service to service. */
        public static String ofChannel(String name) {
            return CHANNEL + name;
        }

        /** Whether it leads from a channel to who reads it. */
        public boolean isFromChannel() {
            return from.startsWith(CHANNEL);
        }

        /** Why two services are connected. */
        public enum Kind {
            REQUIRES,
            INCLUDES,
            IMPORTS,
            CHANNEL
        }

        /** Whether the connection holds. */
        public enum EdgeState {
            RESOLVED,
            MISSING,
            AMBIGUOUS,
            CYCLE
        }
    }

    /** Data of the fleet in a form any program can hold: what JSON has, and {@link Opaque} for what it has not. */
    public sealed interface Data {
        record Text(String value) implements Data {}

        record Whole(long value) implements Data {}

        record Real(double value) implements Data {}

        record Truth(boolean value) implements Data {}

        record Nothing() implements Data {}

        record Items(List<Data> items) implements Data {
            public Items {
                items = List.copyOf(items);
            }
        }

        record Fields(SortedMap<String, Data> fields) implements Data {
            public Fields {
                fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
            }
        }

        /** A value JSON cannot hold; {@code kind} is {@code function path derivation} or {@code error}. */
        record Opaque(String kind, String text) implements Data {}
    }

    /** The service with an id. */
    public Optional<Service> service(String id) {
        return services.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
