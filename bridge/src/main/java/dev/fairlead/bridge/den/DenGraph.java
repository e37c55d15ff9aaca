package dev.fairlead.bridge.den;

import dev.fairlead.bridge.json.LocatedJson;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Coordination.ChannelItem;
import dev.fairlead.fleet.resolution.Coordination.Consumer;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Edge.EdgeState;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A graph of a host or of a fleet as a resolution: an aspect in a scope is a service, an edge between two is an inclusion,
 * a pipe is a channel. An edge that leaves a policy makes the policy the rule that included its target. Aspects that the
 * graph marks as excluded or replaced are not deployed and so not there.
 */
final class DenGraph {
    private static final String POLICY = "<policy:";

    private final DenJson graph;
    private final String root;
    private final DenScopes scopes = new DenScopes();
    /** Ids of services, rules and scopes by the ids of nodes. */
    private final Map<String, String> ids = new HashMap<>();

    private final Map<String, DenJson> nodes = new TreeMap<>();
    private final Map<String, DenScopes.Home> homes = new HashMap<>();
    private final Map<String, Set<String>> includedBy = new HashMap<>();
    private final Set<Edge> edges = new TreeSet<>();

    private DenGraph(DenJson graph) throws DenFormatException {
        this.graph = graph;
        this.root = graph.required("rootName");
    }

    static Resolution read(LocatedJson json) throws DenFormatException {
        DenJson graph = DenJson.of("the file", json);
        if (!graph.has("nodes") || !graph.has("edges")) {
            throw new DenFormatException("it has no '" + (graph.has("nodes") ? "edges" : "nodes") + "'");
        }
        return new DenGraph(graph).resolution();
    }

    private Resolution resolution() throws DenFormatException {
        scopes.addAll(graph.objects("scopes"));
        for (DenJson node : graph.objects("nodes")) {
            add(node);
        }
        for (DenJson edge : graph.objects("edges")) {
            connect(edge);
        }
        SortedMap<String, Channel> channels = channels();
        var services = new ArrayList<Service>();
        nodes.forEach((id, node) -> services.add(service(id, node)));
        return new Resolution(
                root,
                scopes.all(),
                services,
                List.of(),
                List.copyOf(edges),
                List.of(),
                new Coordination(new TreeMap<>(), channels, List.of(), List.of(), new TreeMap<>()),
                List.of());
    }

    private void add(DenJson node) throws DenFormatException {
        String id = node.required("id");
        String style = node.text("style");
        if (node.is("isScope")) {
            String scope = scopes.ours(node.text("scope"));
            if (scope != null) {
                ids.put(id, scope);
            }
        } else if (!"excluded".equals(style) && !"replaced".equals(style)) {
            String label = label(node);
            String host = node.text("host");
            DenScopes.Home home = scopes.home(label, node.text("entityInstance"), host == null ? root : host);
            if (label.startsWith(POLICY)) {
                ids.put(id, "rule:" + label);
                return;
            }
            String place = home.scope().substring(home.scope().indexOf(':') + 1);
            String service = "service:" + home.name() + "@" + place;
            for (int n = 2; nodes.putIfAbsent(service, node) != null; n++) {
                service = "service:" + home.name() + "[" + n + "]@" + place;
            }
            homes.put(service, home);
            ids.put(id, service);
        }
    }

    private static String label(DenJson node) throws DenFormatException {
        String label = node.text("fullLabel");
        return label == null ? node.required("id") : label;
    }

    private void connect(DenJson edge) throws DenFormatException {
        String from = ids.get(edge.required("from"));
        String to = ids.get(edge.required("to"));
        // Scopes are inside each other, policies are rules: of both, only what they bring in is an edge here.
        if (from == null || to == null || !to.startsWith("service:") || "pipe".equals(edge.text("style"))) {
            return;
        }
        includedBy.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(from);
        if (from.startsWith("service:")) {
            String label = edge.text("label");
            edges.add(new Edge(from, to, Edge.Kind.INCLUDES, label == null ? "" : label, EdgeState.RESOLVED));
        }
    }

    private Service service(String id, DenJson node) {
        DenScopes.Home home = homes.getOrDefault(id, new DenScopes.Home(id, DenScopes.FLEET));
        var by = new TreeSet<>(includedBy.getOrDefault(id, Set.of(home.scope())));
        int instance = id.indexOf('[', "service:".length() + home.name().length());
        return new Service(
                id,
                home.name(),
                instance < 0 ? null : id.substring(instance + 1, id.indexOf(']', instance)),
                home.scope(),
                scopes.above(home.scope(), "host"),
                scopes.above(home.scope(), "environment"),
                "host",
                List.of(),
                List.of(),
                node.strings("classes").stream().sorted().distinct().toList(),
                by.stream().map(way -> new Inclusion(way, null)).toList(),
                null,
                null);
    }

    /** A pipe says which hosts its items flow to, and for producers also which aspect emits. */
    private SortedMap<String, Channel> channels() throws DenFormatException {
        var channels = new TreeMap<String, Channel>();
        if (!(graph.fields().get("pipes") instanceof Fields pipes)) {
            return channels;
        }
        for (String name : pipes.fields().keySet()) {
            DenJson pipe = DenJson.of("the pipe '" + name + "'", pipes.get(name));
            Map<String, List<String>> producers = new TreeMap<>();
            var items = new ArrayList<ChannelItem>();
            for (DenJson producer : pipe.objects("producers")) {
                String host = producer.required("host");
                String service = "service:" + producer.required("aspect") + "@" + host;
                String known = nodes.containsKey(service) ? service : "host:" + host;
                producers.computeIfAbsent(host, _ -> new ArrayList<>()).add(known);
                items.add(new ChannelItem(known, new Data.Nothing(), "environment", null));
            }
            channels.put(name, new Channel(null, items, consumers(name, pipe, producers)));
        }
        return channels;
    }

    private List<Consumer> consumers(String name, DenJson pipe, Map<String, List<String>> producers)
            throws DenFormatException {
        Map<String, List<String>> got = new TreeMap<>();
        for (DenJson consumer : pipe.objects("consumers")) {
            got.put(consumer.required("host"), new ArrayList<>());
        }
        for (DenJson flow : pipe.objects("flows")) {
            String to = flow.required("to");
            List<String> from = producers.getOrDefault(flow.required("from"), List.of());
            got.computeIfAbsent(to, _ -> new ArrayList<>()).addAll(from);
            from.forEach(
                    service -> edges.add(new Edge(service, "host:" + to, Edge.Kind.CHANNEL, name, EdgeState.RESOLVED)));
        }
        var consumers = new ArrayList<Consumer>();
        got.forEach((host, from) -> consumers.add(new Consumer("host:" + host, from, null)));
        consumers.sort(Comparator.comparing(Consumer::service));
        return consumers;
    }
}
