package dev.fairlead.cli.why;

import dev.fairlead.cli.report.FindingsJson;
import dev.fairlead.cli.report.Json;
import java.io.OutputStream;

/** Writes {@code fairlead/why/1}. */
public final class AnswerJson {
    private AnswerJson() {}

    public static void write(Answer answer, OutputStream out) {
        Json.write(out, json -> {
            json.writeStringProperty("schema", "fairlead/why/1");
            json.writeStringProperty("subject", answer.subject());
            json.writeStringProperty("kind", answer.kind());
            answer.write(json);
            FindingsJson.findings(json, answer.findings());
        });
    }
}
