package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.content.Contents;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.resolution.Coordination.Content;
import dev.fairlead.fleet.resolve.Refresher.Refreshed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The work of a {@link Refresher}, where the evaluator of the fleet runs. */
final class Refresh {
    private Refresh() {}

    /**
     * What services of hosts that are seen get, and say.
     *
     * @param fleet the part that sees them, once all of it is computed
     */
    static Refreshed of(Strata fleet, Collection<ContentReader> readers) {
        var from = new HashMap<String, Map<String, List<String>>>();
        var contents = new HashMap<String, SortedMap<String, Content>>();
        var restless = new HashSet<String>();
        Contents told = fleet.contents();
        for (ContentReader reader : readers) {
            DeployedService service = reader.service();
            int reads = reader.arguments().reads();
            SortedMap<String, Content> content = told.of(service);
            if (!content.isEmpty()) {
                contents.put(service.id(), content);
            }
            if (reader.arguments().reads() > reads) {
                restless.add(service.id());
            }
            var producers = new HashMap<String, List<String>>();
            for (String channel : reader.channels()) {
                producers.put(channel, fleet.producers(service, channel));
            }
            from.put(service.id(), producers);
        }
        return new Refreshed(from, contents, restless);
    }
}
