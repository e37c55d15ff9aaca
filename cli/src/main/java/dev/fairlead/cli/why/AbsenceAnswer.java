package dev.fairlead.cli.why;

import dev.fairlead.fleet.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Something that others require and that is deployed nowhere: the findings of those that miss it. */
record AbsenceAnswer(String subject, List<Finding> findings) implements Answer {
    static @Nullable Answer of(Asked asked) {
        if (asked.service() != null || asked.scope() != null) {
            return null;
        }
        String id = asked.subject().indexOf(':') < 0 ? "service:" + asked.subject() : asked.subject();
        List<Finding> findings = asked.findings(finding ->
                !finding.chain().isEmpty() && finding.chain().getLast().equals(id));
        return findings.isEmpty() ? null : new AbsenceAnswer(id, findings);
    }

    @Override
    public String kind() {
        return "absent";
    }

    @Override
    public void write(AnswerText text) {
        text.heading(subject + " is deployed nowhere.");
    }

    @Override
    public void write(JsonGenerator json) {}
}
