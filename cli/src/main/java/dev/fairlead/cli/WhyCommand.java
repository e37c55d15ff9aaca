package dev.fairlead.cli;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.report.Explanation;
import dev.fairlead.cli.report.WhyJson;
import dev.fairlead.cli.report.WhyText;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Excluded;
import dev.fairlead.fleet.Resolution.Service;
import dev.fairlead.fleet.ServiceNames;
import dev.fairlead.fleet.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code fairlead why}: why a service is deployed, what it is bound to, or why it is bound to nothing. */
final class WhyCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "why",
                "explains why a service is deployed, or what a requirement is bound to",
                List.of(
                        Operand.required("SUBJECT", "a service: service:grafana@web1, or grafana if there is one"),
                        Operand.optional("WHAT", "a capability it requires; why it is deployed if left out")),
                List.of(StandardOptions.FORMAT),
                StandardOptions.ofFleet(),
                "fairlead why service:grafana dns -C examples/homelab");
    }

    @Override
    public int run(Call call) {
        Fleet fleet = call.fleetOfOption();
        Resolution resolution = fleet.resolution();
        Explanation explanation =
                explain(call.arguments().required(0), call.arguments().operand(1), resolution);
        if (call.json()) {
            WhyJson.write(explanation, call.console().out());
        } else {
            WhyText text = new WhyText(fleet.sources(), ServiceNames.of(resolution), call.paint());
            call.console().out().print(text.of(explanation));
        }
        return call.done(fleet);
    }

    private static Explanation explain(String subject, @Nullable String what, Resolution resolution) {
        Subjects subjects = new Subjects(resolution);
        Service service = subjects.service(subject);
        if (service == null) {
            return absent(subject, subjects, resolution);
        }
        if (what == null) {
            return Explanation.of(service, resolution);
        }
        return Explanation.of(service, subjects.requirement(service, what), resolution);
    }

    /** What is deployed nowhere may be excluded, or what others miss. */
    private static Explanation absent(String subject, Subjects subjects, Resolution resolution) {
        String id = subject.indexOf(':') < 0 ? "service:" + subject : subject;
        for (Excluded excluded : resolution.excluded()) {
            if (excluded.id().equals(id) || ("service:" + excluded.name()).equals(id)) {
                return Explanation.of(excluded, resolution);
            }
        }
        List<Finding> findings = resolution.findings().stream()
                .filter(finding ->
                        !finding.chain().isEmpty() && finding.chain().getLast().equals(id))
                .toList();
        if (findings.isEmpty()) {
            throw subjects.unknown(subject);
        }
        return new Explanation.Absent(id, findings);
    }
}
