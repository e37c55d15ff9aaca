package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.Coordination.Source;
import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.Resolution.Service;
import dev.fairlead.fleet.finding.Finding;
import java.util.Locale;

/** Rules and what they did: findings they reported, services they included, settings they set. */
final class RulesView {
    private static final String RULE = "rule:";

    private RulesView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.RULES, "Rules of " + facts.fleet() + " and what they did");
        for (Finding finding : facts.resolution.findings()) {
            if (finding.rule() != null) {
                String subject = finding.subject() == null ? "fleet" : finding.subject();
                String severity = finding.severity().name().toLowerCase(Locale.ROOT);
                fired(facts, diagram, finding.rule(), subject, severity + ": " + finding.message());
            }
        }
        for (Service service : facts.services()) {
            for (Inclusion way : service.includedBy()) {
                if (way.by().startsWith(RULE)) {
                    fired(facts, diagram, way.by().substring(RULE.length()), service.id(), "includes");
                }
            }
        }
        facts.coordination()
                .settings()
                .forEach((scope, settings) -> settings.forEach((path, setting) -> {
                    for (Source source : setting.sources()) {
                        if (source.layer().startsWith(RULE)) {
                            fired(facts, diagram, source.layer().substring(RULE.length()), scope, "sets " + path);
                        }
                    }
                }));
        return diagram.build();
    }

    private static void fired(Facts facts, DiagramBuilder diagram, String rule, String subject, String what) {
        diagram.node(Node.of(RULE + rule, rule, "rule"));
        boolean known = facts.service(subject) != null || facts.scope(subject) != null;
        diagram.node(known ? facts.placed(diagram, subject) : Node.of(subject, subject, "fact"));
        Tone tone = what.startsWith("error") ? Tone.CONFLICT : Tone.PLAIN;
        diagram.edge(Edge.of(RULE + rule, subject, what, "fired").toned(tone));
    }
}
