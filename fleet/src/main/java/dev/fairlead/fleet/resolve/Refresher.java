package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.resolution.Coordination.Content;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Computes again what services of other hosts get from channels, and their content, as it is while a part is resolved. */
public interface Refresher {
    /** Of a part that could not be resolved. */
    Refresher NOTHING = readers -> new Refreshed(
            Map.of(),
            Map.of(),
            readers.stream().map(reader -> reader.service().id()).collect(Collectors.toSet()));

    /** Asks for some services of hosts that are seen, as all is that these see. */
    Refreshed refresh(Collection<ContentReader> readers);

    /**
     * What became of some services, each by its id.
     *
     * @param from by the channel, the producers of the items it gets from there, one for each item, in order
     * @param contents by class
     * @param restless those whose content read more of the fleet than before: nothing is known of what that leads to
     */
    record Refreshed(
            Map<String, Map<String, List<String>>> from,
            Map<String, SortedMap<String, Content>> contents,
            Set<String> restless) {
        /** Nothing was asked for. */
        public static final Refreshed NOTHING = new Refreshed(Map.of(), Map.of(), Set.of());

        public Refreshed {
            from = Map.copyOf(from);
            contents = Map.copyOf(contents);
            restless = Set.copyOf(restless);
        }
    }
}
