package dev.fairlead.cli.report;

import java.io.OutputStream;

/** Writes {@code fairlead/plan/1}. */
public final class PlanJson {
    private PlanJson() {}

    public static void write(Plan plan, OutputStream out) {
        Json.write(out, json -> {
            json.writeStringProperty("schema", "fairlead/plan/1");
            ResolutionJson.plan(
                    json, plan.waves().stream().map(Plan.Wave::services).toList());
            Json.strings(json, "unordered", plan.unordered());
        });
    }
}
