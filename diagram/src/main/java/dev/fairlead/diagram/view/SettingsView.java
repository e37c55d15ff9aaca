package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The layers that define each setting, most specific first, and what became of each. */
final class SettingsView {
    private SettingsView() {}

    static Diagram of(Facts facts) {
        String aspect = facts.question.subject();
        DiagramBuilder diagram = facts.builder(
                        View.SETTINGS, "Settings of " + (aspect == null ? facts.fleet() : aspect))
                .form(Form.TABLE)
                .columns("setting", "layer", "value", "effect", "merge");
        facts.coordination().settings().forEach((scope, settings) -> add(facts, diagram, scope, settings, aspect));
        Diagram drawn = diagram.build();
        if (aspect != null && drawn.nodes().isEmpty()) {
            throw new UnknownSubjectException("aspect with settings", aspect, aspects(facts));
        }
        return drawn;
    }

    private static void add(
            Facts facts,
            DiagramBuilder diagram,
            String scopeId,
            SortedMap<String, Setting> settings,
            @Nullable String aspect) {
        Scope scope = facts.scope(scopeId);
        settings.forEach((path, setting) -> {
            if (aspect != null && !path.startsWith(aspect + ".")) {
                return;
            }
            diagram.group(new Group(scopeId, scopeId, scope == null ? "service" : scope.kind(), null));
            Service reader = reader(facts, scopeId, path);
            int layer = 0;
            for (Source source : setting.sources()) {
                // Rows stand in the order of their ids.
                String id = "setting:" + scopeId + ":" + path + "#" + "%03d".formatted(layer++);
                Node row = Node.of(id, path + " = " + DataText.of(source.value()), "setting")
                        .in(scopeId)
                        .toned(source.effective() ? Tone.PLAIN : Tone.OUTSIDE)
                        .at(source.location())
                        .with("setting", path)
                        .with("layer", source.layer())
                        .with("value", DataText.of(source.value()))
                        .with("effect", source.effective() ? "effective" : "shadowed")
                        .with("merge", setting.strategy())
                        .with("host", scope == null ? null : facts.above(scope, "host"))
                        .with("environment", scope == null ? null : facts.above(scope, "environment"));
                diagram.node(facts.members.belonging(row, reader));
            }
        });
    }

    /** The service whose setting it is; null for a setting of what is deployed elsewhere. */
    private static @Nullable Service reader(Facts facts, String id, String path) {
        Service instance = facts.service(id);
        return instance != null ? instance : facts.members.settingOf(id, path);
    }

    /** What stands before the last dot of each path. */
    private static List<String> aspects(Facts facts) {
        var aspects = new TreeSet<String>();
        facts.coordination()
                .settings()
                .values()
                .forEach(settings -> settings.keySet()
                        .forEach(path ->
                                aspects.add(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path)));
        return List.copyOf(aspects);
    }
}
