package dev.fairlead.cli.report;

import dev.fairlead.fleet.Resolution.Edge;
import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Step;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes {@code fairlead/why/1}. */
public final class WhyJson {
    private WhyJson() {}

    public static void write(Explanation explanation, OutputStream out) {
        Json.write(out, json -> {
            json.writeStringProperty("schema", "fairlead/why/1");
            switch (explanation) {
                case Explanation.Deployed deployed -> deployed(json, deployed);
                case Explanation.Required required -> required(json, required);
                case Explanation.KeptOut keptOut -> {
                    json.writeStringProperty("subject", keptOut.service().id());
                    json.writeStringProperty("kind", "excluded");
                    json.writeObjectPropertyStart("excluded");
                    ResolutionJson.excluded(json, keptOut.service());
                    json.writeEndObject();
                }
                case Explanation.Absent absent -> {
                    json.writeStringProperty("subject", absent.subject());
                    json.writeStringProperty("kind", "absent");
                }
            }
            FindingsJson.findings(json, explanation.findings());
        });
    }

    private static void deployed(JsonGenerator json, Explanation.Deployed deployed) {
        json.writeStringProperty("subject", deployed.service().id());
        json.writeStringProperty("kind", "service");
        json.writeName("service");
        ResolutionJson.service(json, deployed.service());
        json.writeArrayPropertyStart("ways");
        for (List<Inclusion> way : deployed.ways()) {
            json.writeStartArray();
            way.forEach(inclusion -> ResolutionJson.inclusion(json, inclusion));
            json.writeEndArray();
        }
        json.writeEndArray();
        Json.strings(
                json,
                "requiredBy",
                deployed.requiredBy().stream().map(Edge::from).distinct().toList());
    }

    private static void required(JsonGenerator json, Explanation.Required required) {
        Requirement requirement = required.requirement();
        json.writeStringProperty("subject", required.service().id());
        json.writeStringProperty("kind", "requirement");
        json.writeObjectPropertyStart("requirement");
        ResolutionJson.requirement(json, requirement);
        json.writeEndObject();
        Json.strings(json, "searched", required.searched());
        Map<String, List<Step>> shadowed = new LinkedHashMap<>();
        required.shadowed().forEach(other -> shadowed.put(other.provider().id(), other.way()));
        ResolutionJson.paths(json, "shadowed", shadowed);
    }
}
