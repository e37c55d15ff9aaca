package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two resolutions as sets of facts, each a line of text, once it is known which service is which. */
final class Twin {
    private final Map<String, String> ids;
    private final Set<String> was = new TreeSet<>();
    private final Set<String> is = new TreeSet<>();

    /** @param ids of services that have another id now */
    Twin(Resolution before, Resolution after, Map<String, String> ids) {
        this.ids = ids;
        shared(before, ids, was);
        shared(after, Map.of(), is);
        was.addAll(other(before, ids));
        is.addAll(other(after, Map.of()));
        Map<String, Service> old = new HashMap<>();
        before.services().forEach(service -> old.put(now(service.id()), service));
        Set<String> here = after.services().stream().map(Service::id).collect(Collectors.toSet());
        for (Edge edge : before.edges()) {
            if (here.contains(now(edge.from()))) {
                was.add(words(
                        "edge", new Edge(now(edge.from()), now(edge.to()), edge.kind(), edge.label(), edge.state())));
            }
        }
        for (Edge edge : after.edges()) {
            if (old.containsKey(edge.from())) {
                is.add(words("edge", edge));
            }
        }
        for (Service service : after.services()) {
            Service former = old.get(service.id());
            if (former != null) {
                was.add(words("wave", service.id(), former.wave()));
                is.add(words("wave", service.id(), service.wave()));
                bindings(former, service);
            }
        }
    }

    private String now(String id) {
        return ids.getOrDefault(id, id);
    }

    private void bindings(Service former, Service service) {
        for (Requirement requirement : service.requires()) {
            for (Requirement old : former.requires()) {
                boolean same = old.state() == requirement.state()
                        && old.bound().stream().map(this::now).toList().equals(requirement.bound());
                if (old.capability().equals(requirement.capability()) && !same) {
                    was.add(words("bound", service.id(), old.capability(), "was", old.state()));
                    is.add(words("bound", service.id(), old.capability(), "is", requirement.state()));
                }
            }
        }
    }

    private static void shared(Resolution resolution, Map<String, String> ids, Set<String> facts) {
        resolution
                .coordination()
                .settings()
                .forEach((scope, settings) -> settings.forEach((path, setting) -> {
                    String aspect = path.substring(0, path.indexOf('.'));
                    String field = path.substring(path.indexOf('.'));
                    String id = "service:" + aspect + "@" + scope.substring(scope.indexOf(':') + 1);
                    String now = ids.get(id);
                    String where = now == null ? scope : "host:" + now.substring(now.indexOf('@') + 1);
                    String what = now == null ? aspect : now.substring("service:".length(), now.indexOf('@'));
                    facts.add(words("setting", where, what + field, setting.value(), layer(setting)));
                }));
        resolution.coordination().claims().forEach(claim -> facts.add(words("port", port(claim, ids))));
        resolution
                .coordination()
                .channels()
                .forEach((name, channel) -> channel.items()
                        .forEach(item -> facts.add(
                                words("item", name, ids.getOrDefault(item.service(), item.service()), item.value()))));
        resolution
                .coordination()
                .backends()
                .forEach((scope, chosen) ->
                        chosen.forEach((routed, backend) -> facts.add(words("backend", scope, routed, backend))));
    }

    /** State, readers, what is kept out, what rules ask for, and findings. */
    private static Set<String> other(Resolution resolution, Map<String, String> ids) {
        var facts = new ToldFacts(ids);
        for (StateClaim state : resolution.coordination().state()) {
            facts.add(
                    state,
                    "kept",
                    ids.getOrDefault(state.service(), state.service()),
                    now(state.coveredBy(), ids).stream().sorted().toList(),
                    state.value());
        }
        resolution
                .coordination()
                .channels()
                .forEach((name, channel) -> channel.consumers()
                        .forEach(consumer -> facts.each(
                                now(consumer.from(), ids),
                                "reads",
                                ids.getOrDefault(consumer.service(), consumer.service()),
                                name)));
        resolution.excluded().forEach(facts::excluded);
        resolution.coordination().rules().forEach(facts::firing);
        resolution.findings().forEach(facts::finding);
        return facts.facts();
    }

    private static List<String> now(List<String> services, Map<String, String> ids) {
        return services.stream().map(id -> ids.getOrDefault(id, id)).toList();
    }

    private static String layer(Setting setting) {
        return setting.sources().stream()
                .filter(Source::effective)
                .map(Source::layer)
                .findFirst()
                .orElse("default");
    }

    static String port(PortClaim claim, Map<String, String> ids) {
        return words(ids.getOrDefault(claim.by(), claim.by()), claim.name(), claim.from(), claim.to(), claim.bind());
    }

    /** The facts that hold no longer. */
    Set<String> gone() {
        var gone = new TreeSet<>(was);
        gone.removeAll(is);
        return gone;
    }

    /** The facts that did not hold. */
    Set<String> come() {
        var come = new TreeSet<>(is);
        come.removeAll(was);
        return come;
    }

    static String words(@Nullable Object... words) {
        return Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
