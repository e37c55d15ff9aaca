package dev.fairlead.cli.check;

import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.document.JsonPart;
import dev.fairlead.cli.report.Json;
import dev.fairlead.fleet.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Findings that are known and need not be told again, kept in a file by their {@link Fingerprints}. */
public final class Baseline {
    private static final String SCHEMA = "fairlead/baseline/1";

    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(Set.of());

    private final Set<String> fingerprints;

    private Baseline(Set<String> fingerprints) {
        this.fingerprints = Set.copyOf(fingerprints);
    }

    /** Reads a baseline that {@link #write} wrote. */
    public static Baseline read(Path file) throws IOException, DocumentException {
        Set<String> fingerprints = new HashSet<>();
        for (JsonPart finding : JsonPart.read(file, SCHEMA).items("findings")) {
            fingerprints.add(finding.text("fingerprint"));
        }
        return new Baseline(fingerprints);
    }

    /**
     * Makes these findings the known ones. The file is replaced as a whole, so that one that is there is never left half
     * written. Besides the fingerprints it has what a person needs to review it.
     */
    public static void write(List<Finding> findings, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, ".baseline", ".json");
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                write(findings, out);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void write(List<Finding> findings, OutputStream out) {
        List<String> fingerprints = Fingerprints.of(findings);
        Json.write(out, json -> {
            json.writeStringProperty("schema", SCHEMA);
            json.writeArrayPropertyStart("findings");
            for (int i = 0; i < findings.size(); i++) {
                Finding finding = findings.get(i);
                json.writeStartObject();
                json.writeStringProperty("fingerprint", fingerprints.get(i));
                json.writeStringProperty("id", finding.id().text());
                json.writeStringProperty("subject", finding.subject());
                json.writeStringProperty("message", finding.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    boolean has(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    int size() {
        return fingerprints.size();
    }
}
