package dev.fairlead.fleet.incremental;

import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.resolve.ContentReader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services of each host that do nothing with what channels bring but compute their content. They keep alive what they
 * were resolved with: the whole fleet, and the parts that were resolved last.
 */
final class Readers {
    private static final int MOST_PARTS = 100;

    private final Map<String, List<ContentReader>> hosts;
    private final Deque<Arguments> parts = new ArrayDeque<>();

    /** @param hosts those of the whole fleet, by the name of the host */
    Readers(Map<String, List<ContentReader>> hosts) {
        this.hosts = new HashMap<>(hosts);
    }

    /** Whether they are known of a host: what it gets from channels can be computed without the rest of it. */
    boolean areKnown(String host) {
        return hosts.containsKey(host);
    }

    List<ContentReader> of(Collection<String> some) {
        return some.stream()
                .flatMap(host -> hosts.getOrDefault(host, List.of()).stream())
                .toList();
    }

    /**
     * Says what some hosts are from now on.
     *
     * @param now those of the part that the hosts were resolved in, by the name of the host
     */
    void replace(Collection<String> changed, Map<String, List<ContentReader>> now) {
        for (String host : changed) {
            hosts.remove(host);
            List<ContentReader> readers = now.get(host);
            if (readers != null) {
                hosts.put(host, readers);
                Arguments part = readers.getFirst().arguments();
                if (!part.equals(parts.peekLast())) {
                    parts.add(part);
                }
            }
        }
        if (parts.size() > MOST_PARTS) {
            Arguments oldest = parts.remove();
            hosts.values().removeIf(readers -> readers.getFirst().arguments().equals(oldest));
        }
    }
}
