package dev.fairlead.viewer.answer;

import static dev.fairlead.viewer.answer.Answers.objects;
import static dev.fairlead.viewer.answer.Answers.strings;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** All that is known of one thing that is shown: a service, a scope, a channel, or what else a picture has a box for. */
public final class Details {
    private final Forms forms;
    private final Shown shown;
    private final String id;
    private final JsonGenerator json;

    private Details(Forms forms, Shown shown, String id, JsonGenerator json) {
        this.forms = forms;
        this.shown = shown;
        this.id = id;
        this.json = json;
    }

    /**
     * The details of something.
     *
     * @throws Refusal if it is neither in the document nor in what is shown of it
     */
    public static String of(Document document, Shown shown, String id, Forms forms) throws Refusal {
        Thing thing = Thing.of(document, shown, id);
        return Answers.object(json -> new Details(forms, shown, id, json).write(thing));
    }

    private void write(Thing thing) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("kind", thing.kind());
        json.writeStringProperty("title", thing.title());
        place("location", thing.location());
        json.writeObjectPropertyStart("attributes");
        thing.attributes().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("data");
        thing.data().forEach((name, value) -> {
            json.writeName(name);
            forms.data(json, value);
        });
        json.writeEndObject();
        service(thing.service());
        settings(thing.settings());
        forms.findings(json, "findings", thing.findings());
        Connections.write(thing, forms, json);
        Answers.stringsOrNull(json, "groups", shown.around(id));
    }

    private void service(@Nullable Service service) {
        List<Provision> provides = service == null ? List.of() : service.provides();
        objects(json, "provides", provides, provision -> {
            json.writeStringProperty("capability", provision.capability());
            json.writeStringProperty("visibility", provision.visibility());
            json.writeName("data");
            forms.data(json, provision.data());
            place("location", provision.location());
        });
        List<Requirement> requires = service == null ? List.of() : service.requires();
        objects(json, "requires", requires, requirement -> {
            json.writeStringProperty("capability", requirement.capability());
            json.writeStringProperty("cardinality", requirement.cardinality());
            json.writeBooleanProperty("late", requirement.late());
            json.writeStringProperty("state", requirement.state().name().toLowerCase(Locale.ROOT));
            strings(json, "bound", requirement.bound());
            place("location", requirement.location());
        });
        strings(json, "classes", service == null ? List.of() : service.classes());
        List<Inclusion> ways = service == null ? List.of() : service.includedBy();
        objects(json, "includedBy", ways, way -> {
            json.writeStringProperty("by", way.by());
            place("location", way.location());
        });
        if (service == null || service.wave() == null) {
            json.writeNullProperty("wave");
        } else {
            json.writeNumberProperty("wave", service.wave());
        }
    }

    private void settings(SortedMap<String, Setting> settings) {
        objects(json, "settings", settings.entrySet(), entry -> {
            Setting setting = entry.getValue();
            json.writeStringProperty("path", entry.getKey());
            json.writeName("value");
            forms.data(json, setting.value());
            json.writeStringProperty("strategy", setting.strategy());
            place("declared", setting.declared());
            objects(json, "sources", setting.sources(), source -> {
                json.writeStringProperty("layer", source.layer());
                json.writeName("value");
                forms.data(json, source.value());
                place("location", source.location());
                json.writeBooleanProperty("effective", source.effective());
            });
            objects(json, "items", setting.items(), item -> {
                json.writeStringProperty("path", item.path());
                json.writeStringProperty("layer", item.layer());
                place("location", item.location());
                json.writeBooleanProperty("effective", item.effective());
            });
        });
    }

    private void place(String key, @Nullable Place place) {
        Answers.place(json, key, place);
    }
}
