package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.fleet.Resolution.Edge;
import dev.fairlead.fleet.Resolution.Excluded;
import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.Resolution.Provision;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Service;
import dev.fairlead.fleet.Resolution.Step;
import dev.fairlead.fleet.ResolvedGraph.Reachable;
import dev.fairlead.fleet.ServiceNames;
import dev.fairlead.fleet.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes explanations for people. */
public final class WhyText {
    private final FindingText findings;
    private final ServiceNames names;
    private final Paint paint;

    public WhyText(SourceLines sources, ServiceNames names, Paint paint) {
        this.findings = new FindingText(sources, names, paint);
        this.names = names;
        this.paint = paint;
    }

    public String of(Explanation explanation) {
        StringBuilder out = new StringBuilder();
        switch (explanation) {
            case Explanation.Deployed deployed -> deployed(deployed, out);
            case Explanation.Required required -> required(required, out);
            case Explanation.KeptOut keptOut -> keptOut(keptOut.service(), out);
            case Explanation.Absent absent ->
                out.append(paint.text(Ink.STRONG, absent.subject() + " is deployed nowhere."))
                        .append('\n');
        }
        for (Finding finding : explanation.findings()) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            findings.append(finding, out);
        }
        return out.toString();
    }

    private void keptOut(Excluded service, StringBuilder out) {
        if (service.by().isEmpty()) {
            heading(service.id() + " is not deployed, because only what is excluded brings it", out);
        } else {
            heading(service.id() + " is not deployed, because", out);
            service.by().forEach(by -> line("  " + names.print(by.by()) + " excludes it" + where(by), out));
            heading("It would be, because", out);
        }
        service.includedBy().forEach(by -> line("  " + inclusion(by, service.scope(), "it") + where(by), out));
    }

    private void deployed(Explanation.Deployed deployed, StringBuilder out) {
        Service service = deployed.service();
        String where = service.host() == null ? service.scope() : "host:" + service.host();
        heading(names.print(service.id()) + " is deployed in " + where + " because", out);
        for (List<Inclusion> way : deployed.ways()) {
            String subject = "it";
            String indent = "  ";
            for (Inclusion inclusion : way) {
                line(indent + inclusion(inclusion, service.scope(), subject) + where(inclusion), out);
                subject = names.print(inclusion.by());
                indent += "  ";
            }
        }
        if (!service.requires().isEmpty()) {
            heading("It requires", out);
            service.requires().forEach(requirement -> line("  " + outcome(requirement), out));
        }
        if (!service.provides().isEmpty()) {
            heading("It provides", out);
            for (Provision provision : service.provides()) {
                String to =
                        provision.visibility().equals("fleet") ? " to the fleet" : " to its " + provision.visibility();
                line("  " + provision.capability() + to, out);
            }
        }
        if (!deployed.requiredBy().isEmpty()) {
            heading("It is required by", out);
            for (Edge edge : deployed.requiredBy()) {
                line("  " + names.print(edge.from()) + (edge.label().isEmpty() ? "" : " (" + edge.label() + ")"), out);
            }
        }
        line(service.wave() == null ? "It is in no wave of the plan." : "It is in wave " + service.wave() + ".", out);
    }

    private String inclusion(Inclusion inclusion, String scope, String subject) {
        return inclusion.by().equals("neededBy")
                ? (subject.equals("it") ? "its neededBy" : "the neededBy of " + subject) + " chooses " + scope
                : names.print(inclusion.by()) + " includes " + subject;
    }

    private static String where(Inclusion inclusion) {
        return inclusion.location() == null ? "" : " (" + inclusion.location() + ")";
    }

    private void required(Explanation.Required required, StringBuilder out) {
        Requirement requirement = required.requirement();
        if (!required.findings().isEmpty()) {
            // The findings say all of it, and better.
            return;
        }
        heading(names.print(required.service().id()) + " requires " + outcome(requirement) + ".", out);
        String indent = "";
        if (requirement.location() != null) {
            findings.appendPlace(requirement.location(), Ink.NOTE, out);
            indent = FindingText.indent(requirement.location());
        }
        for (Map.Entry<String, List<Step>> way : requirement.paths().entrySet()) {
            findings.detail("way", way(required.service(), way.getValue()), indent, out);
        }
        if (!required.searched().isEmpty()) {
            findings.detail("searched", String.join(", ", names.print(required.searched())), indent, out);
        }
        for (Reachable other : required.shadowed()) {
            findings.detail(
                    "shadows", other.provider().id() + ", by " + way(required.service(), other.way()), indent, out);
        }
    }

    /** {@code dns (one, late): bound to service:dns}. */
    private String outcome(Requirement requirement) {
        String late = requirement.late() ? ", late" : "";
        return requirement.capability() + " (" + requirement.cardinality() + late + "): " + fate(requirement);
    }

    private String fate(Requirement requirement) {
        String bound = String.join(", ", names.print(requirement.bound()));
        return switch (requirement.state()) {
            case BOUND -> bound.isEmpty() ? "bound to nothing, there are none" : "bound to " + bound;
            case MISSING -> "missing";
            case AMBIGUOUS -> "ambiguous" + (bound.isEmpty() ? "" : " between " + bound);
            case OPTIONAL -> "not provided, and it may be";
            case CYCLE -> "bound to " + bound + ", which is part of a cycle";
            case UNKNOWN -> "unknown, because something it depends on has an error";
        };
    }

    /** {@code service:grafana → parent host:web1 → import host:server1 → service:dns}. */
    private String way(Service service, List<Step> steps) {
        List<String> words = new ArrayList<>();
        words.add(names.print(service.id()));
        for (Step step : steps) {
            String label = switch (step.label()) {
                case "P" -> "parent ";
                case "I" -> "import ";
                default -> "";
            };
            words.add(label + names.print(step.to()));
        }
        return String.join(" → ", words);
    }

    private void heading(String text, StringBuilder out) {
        line(paint.text(Ink.STRONG, TerminalText.visible(text)), out);
    }

    private static void line(String text, StringBuilder out) {
        out.append(text).append('\n');
    }
}
