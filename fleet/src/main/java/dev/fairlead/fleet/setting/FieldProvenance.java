package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.NixData;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.resolution.Coordination.Item;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the value of a field, each item of its list and each leaf of its set come from. */
final class FieldProvenance {
    private final FieldCascade field;

    FieldProvenance(FieldCascade field) {
        this.field = field;
    }

    /** A part of the value, or of what it shadows, as {@link Item} has it. */
    record Part(String path, String layer, int position, boolean effective) {}

    /** The layers that the value has something of, most specific first. */
    List<String> effectiveLayers() {
        List<Contribution> all = field.contributions();
        Set<String> effective = effective(all, parts(all));
        return all.stream().map(Contribution::layer).filter(effective::contains).toList();
    }

    /** What the value has at a path inside it, if its parts are told apart and one layer gives it. */
    @Nullable
    Part leaf(String path) {
        for (Part part : parts(field.contributions())) {
            if (part.effective() && part.path().equals(path)) {
                return part;
            }
        }
        return null;
    }

    private Set<String> effective(List<Contribution> all, List<Part> parts) {
        var effective = new LinkedHashSet<String>();
        if (!all.isEmpty() && (field.field().strategy() == Strategy.REPLACE || parts.isEmpty())) {
            boolean text = parts.isEmpty() && field.field().strategy() != Strategy.REPLACE && isText(all);
            all.stream().limit(text ? all.size() : 1).forEach(each -> effective.add(each.layer()));
        }
        parts.stream().filter(Part::effective).forEach(part -> effective.add(part.layer()));
        return effective;
    }

    private boolean isText(List<Contribution> all) {
        return field.field().strategy() != Strategy.RECURSIVE
                && all.getFirst().value().type() == Value.Type.STRING;
    }

    private List<Part> parts(List<Contribution> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        return switch (field.field().strategy()) {
            case REPLACE -> ofOne(all.getFirst());
            case APPEND -> ofLists(all, false);
            case UNIQUE -> ofLists(all, true);
            case RECURSIVE ->
                field.deepMerge().leaves(all).stream()
                        .filter(leaf -> !leaf.path().isEmpty())
                        .map(leaf -> new Part(leaf.path(), leaf.layer(), leaf.position(), leaf.effective()))
                        .toList();
        };
    }

    private List<Part> ofOne(Contribution only) {
        return switch (only.value()) {
            case ListValue _ -> ofLists(List.of(only), false);
            case AttrsValue _ ->
                field.deepMerge().leaves(List.of(only)).stream()
                        .filter(leaf -> !leaf.path().isEmpty())
                        .map(leaf -> new Part(leaf.path(), leaf.layer(), leaf.position(), true))
                        .toList();
            default -> List.of();
        };
    }

    private List<Part> ofLists(List<Contribution> all, boolean unique) {
        return Concatenation.of(all, unique, field).parts().stream()
                .map(part -> new Part(Integer.toString(part.index()), part.layer(), part.position(), part.effective()))
                .toList();
    }

    /** The setting as a resolution has it; {@code value} is what readers get. */
    Setting setting(Value value, Places places) {
        var all = new ArrayList<>(field.contributions());
        List<Part> parts = parts(all);
        Set<String> effective = effective(all, parts);
        if (all.stream().noneMatch(Contribution::isDefault)) {
            Contribution fallback = field.fallback();
            if (fallback != null) {
                all.add(fallback);
            }
        }
        List<Source> sources = all.stream()
                .map(each -> new Source(
                        each.layer(),
                        NixData.of(each.value(), places),
                        places.at(each.position()),
                        effective.contains(each.layer())))
                .toList();
        List<Item> items = parts.stream()
                .map(part -> new Item(part.path(), part.layer(), places.at(part.position()), part.effective()))
                .toList();
        Data data = NixData.of(value, places);
        return new Setting(
                data,
                field.field().strategy().text(),
                places.at(field.field().position()),
                places.at(field.field().strategyPosition()),
                sources,
                items);
    }
}
