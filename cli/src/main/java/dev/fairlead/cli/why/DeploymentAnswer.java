package dev.fairlead.cli.why;

import dev.fairlead.cli.report.Json;
import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Why a service is deployed, and what it has to do with others.
 *
 * @param ways how it came to be included, one for each that includes it, each up to a scope
 * @param requiredBy the edges of requirements that are bound to it
 */
record DeploymentAnswer(Service service, List<List<Inclusion>> ways, List<Edge> requiredBy, List<Finding> findings)
        implements Answer {

    static @Nullable Answer of(Asked asked) {
        Service service = asked.service();
        if (service == null || asked.what() != null) {
            return null;
        }
        List<Edge> requiredBy = asked.resolution().edges().stream()
                .filter(edge -> edge.kind() == Edge.Kind.REQUIRES && edge.to().equals(service.id()))
                .toList();
        return new DeploymentAnswer(
                service,
                new Provenance(asked.resolution()).ways(service),
                requiredBy,
                asked.findings(finding -> service.id().equals(finding.subject())));
    }

    @Override
    public String subject() {
        return service.id();
    }

    @Override
    public String kind() {
        return "service";
    }

    @Override
    public void write(AnswerText text) {
        String where = service.host() == null ? service.scope() : "host:" + service.host();
        text.heading(text.print(service.id()) + " is deployed in " + where + " because");
        for (List<Inclusion> way : ways) {
            String subject = "it";
            String indent = "  ";
            for (Inclusion inclusion : way) {
                text.line(indent + inclusion(inclusion, subject, service.scope(), text));
                subject = text.print(inclusion.by());
                indent += "  ";
            }
        }
        if (!service.requires().isEmpty()) {
            text.heading("It requires");
            service.requires().forEach(requirement -> text.line("  " + RequirementAnswer.outcome(requirement, text)));
        }
        if (!service.provides().isEmpty()) {
            text.heading("It provides");
            for (Provision provision : service.provides()) {
                String to =
                        provision.visibility().equals("fleet") ? " to the fleet" : " to its " + provision.visibility();
                text.line("  " + provision.capability() + to);
            }
        }
        if (!requiredBy.isEmpty()) {
            text.heading("It is required by");
            for (Edge edge : requiredBy) {
                text.line("  " + text.print(edge.from()) + (edge.label().isEmpty() ? "" : " (" + edge.label() + ")"));
            }
        }
        text.line(service.wave() == null ? "It is in no wave of the plan." : "It is in wave " + service.wave() + ".");
    }

    /**
     * Who brought something, and where that is written.
     *
     * @param subject what was brought: {@code it}, or a service
     * @param scope the id of the scope it was brought to
     */
    static String inclusion(Inclusion inclusion, String subject, String scope, AnswerText text) {
        String whose = subject.equals("it") ? "its neededBy" : "the neededBy of " + subject;
        String way = inclusion.by().equals("neededBy")
                ? whose + " chooses " + scope
                : text.print(inclusion.by()) + " includes " + subject;
        return inclusion.location() == null ? way : way + " (" + inclusion.location() + ")";
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeName("service");
        ResolutionJson.service(json, service);
        json.writeArrayPropertyStart("ways");
        for (List<Inclusion> way : ways) {
            json.writeStartArray();
            way.forEach(inclusion -> ResolutionJson.inclusion(json, inclusion));
            json.writeEndArray();
        }
        json.writeEndArray();
        Json.strings(
                json,
                "requiredBy",
                requiredBy.stream().map(Edge::from).distinct().toList());
    }
}
