package dev.fairlead.cli.document;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Candidate;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Severity;
import java.util.Map;

/** Reads findings as {@code FindingsJson} writes them. */
final class FindingReader {
    private static final Map<String, Severity> SEVERITIES = Parts.constants(Severity.class);

    private FindingReader() {}

    static Finding read(JsonPart finding) throws DocumentException {
        String id = finding.text("id");
        return new Finding(
                FindingId.of(id)
                        .orElseThrow(() -> new DocumentException(
                                "has the finding " + id + ", which this version of Fairlead does not know")),
                Parts.constant(finding, "severity", SEVERITIES),
                finding.text("message"),
                finding.textOrNull("subject"),
                Parts.place(finding, "location"),
                finding.texts("chain"),
                finding.texts("searched"),
                Parts.list(finding, "candidates", FindingReader::candidate),
                Parts.list(finding, "related", FindingReader::related),
                finding.textOrNull("fix"),
                finding.textOrNull("rule"));
    }

    private static Candidate candidate(JsonPart candidate) throws DocumentException {
        return new Candidate(candidate.text("subject"), candidate.text("reason"), Parts.place(candidate, "location"));
    }

    private static Related related(JsonPart related) throws DocumentException {
        Place place = Parts.place(related, "location");
        if (place == null) {
            throw related.get("location").wrong("a place");
        }
        return new Related(related.text("message"), place);
    }
}
