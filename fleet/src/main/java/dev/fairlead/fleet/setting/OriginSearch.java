package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.nix.value.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the layer that a value comes from, which may be a field or lie somewhere in one. */
final class OriginSearch {
    private final AspectSettings settings;
    private final Places places;

    OriginSearch(AspectSettings settings, Places places) {
        this.settings = settings;
        this.places = places;
    }

    /** Null if the path leads to no field, or to a value that several layers have a part in. */
    @Nullable
    SettingOrigin of(List<Symbol> path) {
        for (Field field : settings.cascade().allFields()) {
            int length = field.path().size();
            if (length <= path.size() && field.path().equals(path.subList(0, length))) {
                return of(field, path.subList(length, path.size()));
            }
        }
        return null;
    }

    private @Nullable SettingOrigin of(Field field, List<Symbol> inside) {
        FieldCascade cascade = settings.cascade().field(field);
        FieldProvenance provenance = new FieldProvenance(cascade);
        FieldProvenance.Part leaf = inside.isEmpty() ? null : provenance.leaf(Field.text(inside));
        if (leaf != null) {
            return origin(field, leaf.layer(), leaf.position());
        }
        List<String> layers = provenance.effectiveLayers();
        if (layers.size() > 1) {
            return null;
        }
        for (Contribution each : cascade.contributions()) {
            if (layers.isEmpty() || each.layer().equals(layers.getFirst())) {
                return origin(field, each.layer(), each.position());
            }
        }
        Contribution fallback = cascade.fallback();
        return fallback == null ? null : origin(field, fallback.layer(), fallback.position());
    }

    private SettingOrigin origin(Field field, String layer, int position) {
        return new SettingOrigin(settings.aspect() + "." + field.text(), layer, places.at(position));
    }
}
