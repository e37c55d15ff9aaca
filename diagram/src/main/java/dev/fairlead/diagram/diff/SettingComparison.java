package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.LayerChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares settings: their values, the layer each is from, and what the layers say. Those of a service that moved or was
 * renamed are compared with what they were where it was.
 */
final class SettingComparison {
    private final Coordination before;
    private final Coordination after;
    private final Identity identity;
    /** Where the settings of an aspect in a scope are now, if the service is elsewhere. */
    private final Map<Spot, Spot> moved = new HashMap<>();

    /** An aspect in a scope; or a setting of it, by its path. */
    private record Spot(String scope, String path) {}

    SettingComparison(Resolution before, Resolution after, Identity identity) {
        this.before = before.coordination();
        this.after = after.coordination();
        this.identity = identity;
        for (Service is : after.services()) {
            Service was = identity.before(is.id());
            if (was != null && identity.kind(is.id()) != null) {
                moved.put(spot(was), spot(is));
            }
        }
    }

    /** An instance has settings of its own, under its id. */
    private static Spot spot(Service service) {
        return new Spot(service.instance() == null ? service.scope() : service.id(), service.name());
    }

    /** Settings that have another value, or have it from another layer. */
    List<SettingChange> changes() {
        var was = new HashMap<Spot, Setting>();
        before.settings()
                .forEach((scope, settings) ->
                        settings.forEach((path, setting) -> was.put(now(new Spot(scope, path)), setting)));
        SortedMap<String, SortedMap<String, SettingChange>> changes = new TreeMap<>();
        after.settings()
                .forEach((scope, settings) -> settings.forEach((path, setting) -> {
                    Setting old = was.remove(new Spot(scope, path));
                    if (old == null || !same(old, setting)) {
                        add(new Spot(scope, path), old, setting, changes);
                    }
                }));
        was.forEach((spot, setting) -> add(spot, setting, null, changes));
        return changes.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** The place of a setting as it is now. */
    private Spot now(Spot spot) {
        if (!moved.isEmpty()) {
            for (int dot = spot.path().indexOf('.'); dot > 0; dot = spot.path().indexOf('.', dot + 1)) {
                Spot elsewhere = moved.get(new Spot(spot.scope(), spot.path().substring(0, dot)));
                if (elsewhere != null) {
                    return new Spot(
                            elsewhere.scope(), elsewhere.path() + spot.path().substring(dot));
                }
            }
        }
        return new Spot(identity.now(spot.scope()), spot.path());
    }

    private boolean same(Setting was, Setting is) {
        return was.value().equals(is.value()) && layer(was, true).equals(layer(is, false));
    }

    private void add(
            Spot spot,
            @Nullable Setting was,
            @Nullable Setting is,
            SortedMap<String, SortedMap<String, SettingChange>> changes) {
        var change = new SettingChange(
                spot.scope(),
                spot.path(),
                was == null ? null : was.value(),
                was == null ? null : layer(was, true),
                is == null ? null : is.value(),
                is == null ? null : layer(is, false),
                was == null || is == null ? List.of() : layers(was, is));
        changes.computeIfAbsent(spot.scope(), _ -> new TreeMap<>()).put(spot.path(), change);
    }

    private String layer(Setting setting, boolean old) {
        for (Source source : setting.sources()) {
            if (source.effective()) {
                return name(source, old);
            }
        }
        return "default";
    }

    private String name(Source source, boolean old) {
        return old ? identity.now(source.layer()) : source.layer();
    }

    /** The layers that say something else, in the order of the cascade as it is now, those that are gone last. */
    private List<LayerChange> layers(Setting was, Setting is) {
        Map<String, Data> old = new LinkedHashMap<>();
        was.sources().forEach(source -> old.put(name(source, true), source.value()));
        var changes = new ArrayList<LayerChange>();
        for (Source source : is.sources()) {
            Data said = old.remove(source.layer());
            if (!Objects.equals(said, source.value())) {
                changes.add(new LayerChange(source.layer(), said, source.value()));
            }
        }
        old.forEach((layer, said) -> changes.add(new LayerChange(layer, said, null)));
        return changes;
    }
}
