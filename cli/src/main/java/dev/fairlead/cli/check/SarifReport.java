package dev.fairlead.cli.check;

import dev.fairlead.cli.check.Checked.Marked;
import dev.fairlead.cli.report.FindingPage;
import dev.fairlead.cli.report.Json;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes findings in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS), which code hosts and editors
 * read. Rules are the ids of findings, and their help is the page that {@code explain} prints. With a baseline, known
 * findings are there too, marked as unchanged and suppressed.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final FileNames files;
    private final @Nullable String version;
    private final boolean baseline;

    /**
     * @param version of this program; null for one that was not released
     * @param baseline whether there was a baseline, so that it can be said which findings are new
     */
    public SarifReport(FileNames files, @Nullable String version, boolean baseline) {
        this.files = files;
        this.version = version;
        this.baseline = baseline;
    }

    public void write(Checked checked, OutputStream out) {
        Set<FindingId> used = EnumSet.noneOf(FindingId.class);
        checked.findings().forEach(marked -> used.add(marked.finding().id()));
        List<FindingId> rules = List.copyOf(used);
        Json.write(out, json -> {
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, rules);
            json.writeStringProperty("columnKind", "unicodeCodePoints");
            json.writeArrayPropertyStart("results");
            checked.findings().forEach(marked -> result(json, marked, rules));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private void tool(JsonGenerator json, List<FindingId> rules) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Fairlead");
        if (version != null) {
            json.writeStringProperty("semanticVersion", version);
        }
        json.writeArrayPropertyStart("rules");
        rules.forEach(id -> rule(json, id));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, FindingId id) {
        FindingPage page = FindingPage.of(id);
        json.writeStartObject();
        json.writeStringProperty("id", id.text());
        text(json, "shortDescription", page.title());
        text(json, "fullDescription", page.summary());
        json.writeObjectPropertyStart("help");
        json.writeStringProperty("text", page.text());
        json.writeStringProperty("markdown", page.text());
        json.writeEndObject();
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", id.severity().text());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, Marked marked, List<FindingId> rules) {
        Finding finding = marked.finding();
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.id().text());
        json.writeNumberProperty("ruleIndex", rules.indexOf(finding.id()));
        json.writeStringProperty("level", finding.severity().text());
        // Readers show the message and little else, so what to do about it has to be in it.
        String help = finding.fix() == null ? "" : "\nhelp: " + finding.fix();
        text(json, "message", finding.message() + help);
        json.writeArrayPropertyStart("locations");
        if (finding.location() != null || finding.subject() != null) {
            json.writeStartObject();
            if (finding.location() != null) {
                physicalLocation(json, finding.location());
            }
            if (finding.subject() != null) {
                logicalLocation(json, finding.subject());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        relatedLocations(json, finding);
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("fairlead/v1", marked.fingerprint());
        json.writeEndObject();
        if (baseline) {
            state(json, marked.known());
        }
        properties(json, finding);
        json.writeEndObject();
    }

    private static void state(JsonGenerator json, boolean known) {
        json.writeStringProperty("baselineState", known ? "unchanged" : "new");
        json.writeArrayPropertyStart("suppressions");
        if (known) {
            json.writeStartObject();
            json.writeStringProperty("kind", "external");
            json.writeStringProperty("justification", "It is in the baseline.");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void relatedLocations(JsonGenerator json, Finding finding) {
        List<Related> related = new ArrayList<>(finding.related());
        for (Candidate candidate : finding.candidates()) {
            if (candidate.location() != null) {
                related.add(new Related(
                        "rejected: " + candidate.subject() + ": " + candidate.reason(), candidate.location()));
            }
        }
        json.writeArrayPropertyStart("relatedLocations");
        for (int i = 0; i < related.size(); i++) {
            json.writeStartObject();
            json.writeNumberProperty("id", i + 1);
            physicalLocation(json, related.get(i).location());
            text(json, "message", related.get(i).message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void physicalLocation(JsonGenerator json, Place place) {
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(files.of(place.file())));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", place.line());
        json.writeNumberProperty("startColumn", place.column());
        json.writeNumberProperty("endLine", place.endLine());
        json.writeNumberProperty("endColumn", place.endColumn());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String uri(String file) {
        boolean absolute = file.startsWith("/");
        try {
            // Without a scheme, a colon in the first segment would make one.
            String path = !absolute && file.contains(":") ? "./" + file : file;
            return new URI(absolute ? "file" : null, absolute ? "" : null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void logicalLocation(JsonGenerator json, String subject) {
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("fullyQualifiedName", subject);
        int colon = subject.indexOf(':');
        json.writeStringProperty("kind", colon < 0 ? subject : subject.substring(0, colon));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void properties(JsonGenerator json, Finding finding) {
        json.writeObjectPropertyStart("properties");
        Json.strings(json, "chain", finding.chain());
        Json.strings(json, "searched", finding.searched());
        Json.strings(
                json,
                "rejected",
                finding.candidates().stream()
                        .map(candidate -> candidate.subject() + ": " + candidate.reason())
                        .toList());
        if (finding.rule() != null) {
            json.writeStringProperty("rule", finding.rule());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, String text) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
