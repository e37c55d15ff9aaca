package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.EdgeChange;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.Resolution.State;
import dev.fairlead.fleet.resolution.ResolvedGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what requirements are bound to, and says why it is something else. */
final class BindingComparison {
    private final Resolution before;
    private final Resolution after;
    private final Identity identity;
    private final Set<String> deployed = new HashSet<>();
    private @Nullable ResolvedGraph graph;

    BindingComparison(Resolution before, Resolution after, Identity identity) {
        this.before = before;
        this.after = after;
        this.identity = identity;
        after.services().forEach(service -> deployed.add(service.id()));
    }

    /** Connections between what is there before and after; those of services that are gone or new say nothing more. */
    List<EdgeChange> edges() {
        var gone = new ArrayList<Edge>();
        var come = new LinkedHashSet<Edge>();
        separate(gone, come);
        Map<List<Object>, EdgeChange> changes = new HashMap<>();
        for (Edge edge : gone) {
            if (!come.remove(edge) && deployed.contains(subject(edge))) {
                changes.put(key(edge), new EdgeChange(edge, null));
            }
        }
        for (Edge edge : come) {
            if (identity.before(subject(edge)) != null) {
                EdgeChange was = changes.get(key(edge));
                changes.put(key(edge), new EdgeChange(was == null ? null : was.before(), edge));
            }
        }
        return changes.values().stream()
                .sorted(Comparator.comparing(
                        change -> Objects.requireNonNull(change.after() != null ? change.after() : change.before())))
                .toList();
    }

    /**
     * Sorts out most edges that are in both: lists of edges are in order, so they are walked together. Where something is
     * renamed they are not quite, and some are then both gone and come.
     */
    private void separate(List<Edge> gone, Set<Edge> come) {
        List<Edge> all = after.edges();
        int next = 0;
        for (Edge edge : before.edges()) {
            Edge now = now(edge);
            if (next < all.size() && all.get(next).equals(now)) {
                next++;
                continue;
            }
            while (next < all.size() && all.get(next).compareTo(now) < 0) {
                come.add(all.get(next++));
            }
            if (next < all.size() && all.get(next).equals(now)) {
                next++;
            } else {
                gone.add(now);
            }
        }
        come.addAll(all.subList(next, all.size()));
    }

    /** The service that an edge says something of. */
    private static String subject(Edge edge) {
        return edge.isFromChannel() ? edge.to() : edge.from();
    }

    private Edge now(Edge edge) {
        String from = identity.now(edge.from());
        String to = identity.now(edge.to());
        return from.equals(edge.from()) && to.equals(edge.to())
                ? edge
                : new Edge(from, to, edge.kind(), edge.label(), edge.state());
    }

    private static List<Object> key(Edge edge) {
        return List.of(edge.from(), edge.to(), edge.kind(), edge.label());
    }

    List<Rebinding> rebound() {
        var rebound = new ArrayList<Rebinding>();
        for (Service is : after.services()) {
            Service was = identity.before(is.id());
            if (was == null) {
                continue;
            }
            Map<String, Requirement> requirements = new HashMap<>();
            was.requires().forEach(requirement -> requirements.put(requirement.capability(), requirement));
            for (Requirement now : is.requires()) {
                Requirement then = requirements.get(now.capability());
                if (then != null
                        && (then.state() != now.state()
                                || !identity.now(then.bound()).equals(now.bound()))) {
                    rebound.add(new Rebinding(
                            is.id(),
                            now.capability(),
                            then.state(),
                            then.bound(),
                            now.state(),
                            now.bound(),
                            reasons(is, then, now)));
                }
            }
        }
        return rebound;
    }

    private List<String> reasons(Service service, Requirement then, Requirement now) {
        var reasons = new ArrayList<String>();
        for (String id : then.bound()) {
            String provider = identity.now(id);
            if (now.bound().contains(provider)) {
                continue;
            }
            if (!deployed.contains(provider)) {
                reasons.add(provider + " is no longer deployed");
                continue;
            }
            List<String> reachable = reachable(service, now);
            int distance = reachable.indexOf(provider);
            if (distance < 0) {
                reasons.add(provider + " no longer provides it where " + service.id() + " looks");
            } else if (now.state() == State.AMBIGUOUS) {
                reasons.add(provider + " is no longer the only one that is as near");
            } else if (!now.bound().isEmpty()) {
                String other = now.bound().getFirst();
                Choice choice = now.choice();
                reasons.add(
                        choice != null
                                ? choice.by() + " binds it to " + choice.service()
                                : reachable.indexOf(other) < distance
                                        ? other + " is nearer than " + provider
                                        : other + " is chosen, though " + provider + " is as near or nearer");
            }
        }
        for (String provider : now.bound()) {
            if (identity.before(provider) == null) {
                reasons.add(provider + " is new");
            }
        }
        return reasons;
    }

    /** The ids of what could be bound, the nearest first. */
    private List<String> reachable(Service service, Requirement requirement) {
        ResolvedGraph known = graph;
        if (known == null) {
            known = new ResolvedGraph(after);
            graph = known;
        }
        return known.reachable(service, requirement).stream()
                .map(each -> each.provider().id())
                .toList();
    }
}
