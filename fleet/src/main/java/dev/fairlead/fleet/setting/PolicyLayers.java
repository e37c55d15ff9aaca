package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rules set: the layer before all. Of two rules that set one field of one scope, the higher priority decides. */
final class PolicyLayers {
    private static final Comparator<PolicySetting> STRONGEST_FIRST = Comparator.comparingLong(PolicySetting::priority)
            .reversed()
            .thenComparing(PolicySetting::rule)
            .thenComparingInt(PolicySetting::position);

    private final List<PolicySetting> settings;
    private final Places places;
    private final Findings findings = new Findings();

    PolicyLayers(List<PolicySetting> settings, Places places) {
        this.settings = settings.stream().sorted(STRONGEST_FIRST).toList();
        this.places = places;
    }

    /** What was found contradictory so far. */
    List<Finding> findings() {
        return findings.sorted();
    }

    List<PolicySetting> settings() {
        return settings;
    }

    /**
     * A layer for each field of an aspect that rules set.
     *
     * @param targets the ids of the service, of its scope and of those around it
     */
    List<Layer> of(List<String> targets, String aspect) {
        if (settings.isEmpty()) {
            return List.of();
        }
        SortedMap<String, List<PolicySetting>> byField = new TreeMap<>();
        for (PolicySetting setting : settings) {
            if (targets.contains(setting.target()) && setting.path().startsWith(aspect + ".")) {
                byField.computeIfAbsent(setting.path().substring(aspect.length() + 1), _ -> new ArrayList<>())
                        .add(setting);
            }
        }
        var layers = new ArrayList<Layer>();
        byField.forEach((field, all) -> {
            PolicySetting strongest = all.getFirst();
            all.stream()
                    .skip(1)
                    .filter(other -> other.priority() == strongest.priority()
                            && !Equality.equal(strongest.value(), other.value()))
                    .forEach(other -> findings.add(conflict(strongest, other)));
            layers.add(layer(strongest, field));
        });
        return layers;
    }

    private Finding conflict(PolicySetting one, PolicySetting other) {
        Place place = places.at(one.position());
        return Finding.of(
                        FindingId.CONFLICTING_DEFINITIONS,
                        one.layer() + " and " + other.layer() + " set " + one.path() + " on " + one.target()
                                + " to different values with the same priority.")
                .subject(one.target())
                .at(places.at(other.position()))
                .related(place == null ? List.of() : List.of(new Related("the other sets it here", place)))
                .fix("give one of the rules a higher priority")
                .build();
    }

    /** What a rule sets, as a layer of the aspect that has the field. */
    static Layer layer(PolicySetting setting, String field) {
        Value value = setting.value();
        for (String name : List.of(field.split("\\.", -1)).reversed()) {
            value = new AttrsBuilder(1)
                    .add(Symbol.of(Bytes.encode(name)), value, setting.position())
                    .build();
        }
        return Layer.unmerged(setting.layer(), value, setting.position());
    }
}
