package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.OutputChange;
import dev.fairlead.fleet.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the outputs that services have content for which are different. */
final class OutputComparison {
    private final SortedMap<String, SortedMap<String, SortedSet<String>>> outputs = new TreeMap<>();

    /**
     * A service is different.
     *
     * @param was null if it was not there
     * @param scopeNow the id, as it is now, of the scope it was in
     * @param is null if it is not there any more
     */
    void add(@Nullable Service was, String scopeNow, @Nullable Service is) {
        if (was != null) {
            was.classes().forEach(name -> add(name, scopeNow, is == null ? was : is));
        }
        if (is != null) {
            is.classes().forEach(name -> add(name, is.scope(), is));
        }
    }

    private void add(String output, String where, Service because) {
        outputs.computeIfAbsent(output, _ -> new TreeMap<>())
                .computeIfAbsent(where, _ -> new TreeSet<>())
                .add(because.id());
    }

    List<OutputChange> changes() {
        var changes = new ArrayList<OutputChange>();
        outputs.forEach((output, scopes) ->
                scopes.forEach((where, because) -> changes.add(new OutputChange(output, where, List.copyOf(because)))));
        return changes;
    }
}
