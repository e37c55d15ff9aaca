package dev.fairlead.cli.why;

import dev.fairlead.cli.report.DataText;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.setting.LayerOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layers that were searched for the settings that a scope or an instance sees, those that say nothing included.
 *
 * @param instance whether an include has a layer of its own
 * @param scopes the ids of the scopes whose layers were searched, most specific first
 */
record SearchedLayers(boolean instance, List<String> scopes) {
    private static final String INCLUDE = "include";
    private static final String DEFAULT = "default";

    /** The layers that a scope sees, or an instance that is deployed in it. */
    static SearchedLayers of(String scope, boolean instance, Resolution resolution) {
        Map<String, Scope> scopes = new HashMap<>();
        resolution.scopes().forEach(each -> scopes.put(each.id(), each));
        return new SearchedLayers(
                instance,
                new LayerOrder(
                                id -> scopes.containsKey(id) ? scopes.get(id).imports() : List.of(),
                                id -> scopes.containsKey(id) ? scopes.get(id).parent() : null)
                        .from(scope));
    }

    /** What each layer says of a setting: rules, the include, the scopes, the schema. */
    List<String> of(Setting setting) {
        Map<String, Source> sources = new HashMap<>();
        var lines = new ArrayList<String>();
        for (Source source : setting.sources()) {
            if (source.layer().startsWith("rule:")) {
                lines.add(line(source.layer(), source));
            } else {
                sources.put(source.layer(), source);
            }
        }
        if (instance) {
            lines.add(line(INCLUDE, sources.get(INCLUDE)));
        }
        scopes.forEach(scope -> lines.add(line(scope, sources.get(scope))));
        lines.add(line(DEFAULT, sources.get(DEFAULT)));
        return lines;
    }

    private static String line(String layer, @Nullable Source source) {
        if (source == null) {
            return layer + " says nothing";
        }
        String place = source.location() == null ? "" : " (" + source.location() + ")";
        return layer + " says " + DataText.of(source.value()) + place + (source.effective() ? "" : ", shadowed");
    }
}
