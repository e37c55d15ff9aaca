package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.declare.AspectTree;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.rule.FactFields;
import dev.fairlead.fleet.rule.RuleFact;
import dev.fairlead.fleet.rule.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Settings as rules see them: one fact for each field of each scope or instance that has it. */
final class SettingFacts {
    private SettingFacts() {}

    static List<RuleFact> of(SortedMap<String, SortedMap<String, Setting>> settings, AspectTree aspects, World world) {
        var facts = new ArrayList<RuleFact>();
        settings.forEach((id, fields) -> {
            RuleFact owner = id.startsWith("service:") ? world.service(id) : world.scope(id);
            if (owner != null) {
                fields.forEach((path, setting) -> facts.add(fact(owner, path, setting, aspects)));
            }
        });
        return facts;
    }

    private static RuleFact fact(RuleFact owner, String path, Setting setting, AspectTree aspects) {
        String aspect = aspect(path, aspects);
        Source effective =
                setting.sources().stream().filter(Source::effective).findFirst().orElse(null);
        Place place = effective == null || effective.location() == null ? setting.declared() : effective.location();
        FactFields fields = new FactFields()
                .text("scope", owner.home().scope())
                .text("aspect", aspect)
                .text("field", aspect == null ? path : path.substring(aspect.length() + 1))
                .value("value", DataValue.of(setting.value()))
                .text("layer", effective == null ? null : effective.layer());
        return RuleFact.of("setting", owner, path, fields, place);
    }

    /** The longest beginning of a path that is an aspect's, or null. */
    private static @Nullable String aspect(String path, AspectTree aspects) {
        int end = path.lastIndexOf('.');
        while (end > 0) {
            String beginning = path.substring(0, end);
            if (aspects.find(beginning) != null) {
                return beginning;
            }
            end = path.lastIndexOf('.', end - 1);
        }
        return null;
    }
}
