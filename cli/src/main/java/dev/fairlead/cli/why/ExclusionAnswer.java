package dev.fairlead.cli.why;

import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.fleet.Resolution.Excluded;
import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Why something is not deployed although something brings it. */
record ExclusionAnswer(Excluded excluded, List<Finding> findings) implements Answer {

    static @Nullable Answer of(Asked asked) {
        if (asked.what() != null) {
            return null;
        }
        String subject = asked.subject();
        String id = subject.startsWith("service:") ? subject : "service:" + subject;
        for (Excluded excluded : asked.resolution().excluded()) {
            if (excluded.id().equals(id) || ("service:" + excluded.name()).equals(id)) {
                return new ExclusionAnswer(
                        excluded, asked.findings(finding -> excluded.id().equals(finding.subject())));
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
                String place = by.location() == null ? "" : " (" + by.location() + ")";
                text.line("  " + text.print(by.by()) + " excludes it" + place);
            }
            text.heading("It would be, because");
        }
        for (Inclusion by : excluded.includedBy()) {
            text.line("  " + DeploymentAnswer.inclusion(by, "it", excluded.scope(), text));
        }
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeObjectPropertyStart("excluded");
        ResolutionJson.excluded(json, excluded);
        json.writeEndObject();
    }
}
