package dev.fairlead.cli.why;

import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Why something is not deployed although something brings it.
 *
 * @param includers those of what brings it that are excluded too
 */
record ExclusionAnswer(Excluded excluded, List<Excluded> includers, List<Finding> findings) implements Answer {

    static @Nullable Answer of(Asked asked) {
        if (asked.what() != null) {
            return null;
        }
        String subject = asked.subject();
        String id = subject.startsWith("service:") ? subject : "service:" + subject;
        for (Excluded excluded : asked.resolution().excluded()) {
            if (excluded.id().equals(id) || ("service:" + excluded.name()).equals(id)) {
                var by = new HashSet<String>();
                excluded.includedBy().forEach(inclusion -> by.add(inclusion.by()));
                return new ExclusionAnswer(
                        excluded,
                        asked.resolution().excluded().stream()
                                .filter(each -> by.contains(each.id()))
                                .toList(),
                        asked.findings(finding -> excluded.id().equals(finding.subject())));
            }
        }
        return null;
    }

    @Override
    public String subject() {
        return excluded.id();
    }

    @Override
    public String kind() {
        return "excluded";
    }

    @Override
    public void write(AnswerText text) {
        if (excluded.by().isEmpty()) {
            text.heading(excluded.id() + " is not deployed, because only what is excluded brings it");
        } else {
            text.heading(excluded.id() + " is not deployed, because");
            for (Inclusion by : excluded.by()) {
                text.line("  " + excludes(by, "it", text));
            }
            text.heading("It would be, because");
        }
        for (Inclusion by : excluded.includedBy()) {
            text.line("  " + DeploymentAnswer.inclusion(by, "it", excluded.scope(), text));
            for (Excluded includer : includers) {
                if (includer.id().equals(by.by())) {
                    includer.by()
                            .forEach(other -> text.line("    " + excludes(other, text.print(includer.id()), text)));
                }
            }
        }
    }

    private static String excludes(Inclusion by, String what, AnswerText text) {
        String place = by.location() == null ? "" : " (" + by.location() + ")";
        return text.print(by.by()) + " excludes " + what + place;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeObjectPropertyStart("excluded");
        ResolutionJson.excluded(json, excluded);
        json.writeEndObject();
    }
}
