package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.fleet.resolution.ServiceNames;

/** Writes a plan for people: a heading for each wave, its services below. */
public final class PlanText {
    private PlanText() {}

    public static String of(Plan plan, ServiceNames names, Paint paint) {
        StringBuilder out = new StringBuilder();
        for (Plan.Wave wave : plan.waves()) {
            out.append(paint.text(Ink.STRONG, "wave " + wave.number())).append('\n');
            wave.services()
                    .forEach(id -> out.append("  ").append(names.print(id)).append('\n'));
        }
        if (!plan.unordered().isEmpty()) {
            out.append(paint.text(Ink.ERROR, "in no wave, because of a cycle")).append('\n');
            plan.unordered()
                    .forEach(id -> out.append("  ").append(names.print(id)).append('\n'));
        }
        return out.toString();
    }
}
