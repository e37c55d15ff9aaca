package dev.fairlead.cli.report;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.Finding.Related;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes {@code fairlead/findings/1}. */
public final class FindingsJson {
    private FindingsJson() {}

    /** The report of {@code check}. */
    public static void write(List<Finding> findings, Summary summary, OutputStream out) {
        Json.write(out, json -> {
            json.writeStringProperty("schema", "fairlead/findings/1");
            findings(json, findings);
            json.writeObjectPropertyStart("summary");
            json.writeNumberProperty("errors", summary.errors());
            json.writeNumberProperty("warnings", summary.warnings());
            json.writeNumberProperty("notes", summary.notes());
            json.writeNumberProperty("known", summary.known());
            json.writeNumberProperty("services", summary.services());
            json.writeNumberProperty("hosts", summary.hosts());
            json.writeEndObject();
        });
    }

    /** The property {@code findings}, in every document that has one. */
    public static void findings(JsonGenerator json, List<Finding> findings) {
        findings(json, "findings", findings);
    }

    /** A property with findings. */
    public static void findings(JsonGenerator json, String key, List<Finding> findings) {
        json.writeArrayPropertyStart(key);
        findings.forEach(finding -> finding(json, finding));
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("id", finding.id().text());
        json.writeStringProperty("severity", finding.severity().text());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("subject", finding.subject());
        Json.place(json, "location", finding.location());
        Json.strings(json, "chain", finding.chain());
        Json.strings(json, "searched", finding.searched());
        json.writeArrayPropertyStart("candidates");
        for (Candidate candidate : finding.candidates()) {
            json.writeStartObject();
            json.writeStringProperty("subject", candidate.subject());
            json.writeStringProperty("reason", candidate.reason());
            Json.place(json, "location", candidate.location());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("related");
        for (Related related : finding.related()) {
            json.writeStartObject();
            json.writeStringProperty("message", related.message());
            Json.place(json, "location", related.location());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("fix", finding.fix());
        json.writeStringProperty("rule", finding.rule());
        json.writeEndObject();
    }
}
