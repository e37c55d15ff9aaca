package dev.fairlead.diagram.diff;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two resolutions whose edges can be compared. A channel whose edges lead through it in one of them, as it connects very
 * many there, is led through in both: one host more would make all of its edges different otherwise.
 */
public record AlikeChannels(Resolution before, Resolution after) {
    /** The two resolutions, with other edges where need be. Costs the number of edges. */
    public static AlikeChannels of(Resolution before, Resolution after) {
        Set<String> old = ledThrough(before);
        Set<String> now = ledThrough(after);
        return new AlikeChannels(leadThrough(before, now, old), leadThrough(after, old, now));
    }

    private static Set<String> ledThrough(Resolution resolution) {
        var names = new HashSet<String>();
        for (Edge edge : resolution.edges()) {
            if (edge.isFromChannel()) {
                names.add(edge.label());
            }
        }
        return names;
    }

    private static Resolution leadThrough(Resolution resolution, Set<String> channels, Set<String> done) {
        if (done.containsAll(channels)) {
            return resolution;
        }
        var edges = new TreeSet<Edge>();
        for (Edge edge : resolution.edges()) {
            if (edge.kind() == Edge.Kind.CHANNEL && channels.contains(edge.label()) && !done.contains(edge.label())) {
                String channel = Edge.ofChannel(edge.label());
                edges.add(new Edge(edge.from(), channel, edge.kind(), edge.label(), edge.state()));
                edges.add(new Edge(channel, edge.to(), edge.kind(), edge.label(), edge.state()));
            } else {
                edges.add(edge);
            }
        }
        return with(resolution, edges);
    }

    private static Resolution with(Resolution resolution, Collection<Edge> edges) {
        return new Resolution(
                resolution.fleet(),
                resolution.scopes(),
                resolution.services(),
                resolution.excluded(),
                List.copyOf(edges),
                resolution.plan(),
                resolution.coordination(),
                resolution.findings());
    }
}
