package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.diagram.ir.Edge;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.Source;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Service;

/**
 * Rules, the facts they fired on, and what they asked for: at the arrow to the fact, or, where that is about something else,
 * at an arrow from the fact to it.
 */
final class RulesView {
    private static final String RULE = "rule:";

    private RulesView() {}

    static Diagram of(Facts facts) {
        DiagramBuilder diagram = facts.builder(View.RULES, "Rules of " + facts.fleet() + " and what they did");
        for (Firing firing : facts.coordination().rules()) {
            String rule = RULE + firing.rule();
            String asked = asked(facts, firing);
            diagram.node(Node.of(rule, firing.rule(), "rule").at(firing.location()));
            diagram.node(fact(facts, diagram, firing.fact()));
            boolean aboutFact = firing.target().equals(firing.fact());
            Edge fires = Edge.of(rule, firing.fact(), aboutFact ? asked : "fires on", "fired");
            diagram.edge(fires.toned(aboutFact ? tone(firing) : Tone.PLAIN).at(firing.location()));
            if (!aboutFact) {
                diagram.node(fact(facts, diagram, firing.target()));
                diagram.edge(Edge.of(firing.fact(), firing.target(), firing.rule() + ": " + asked, "asked")
                        .toned(tone(firing))
                        .at(firing.location()));
            }
        }
        if (facts.coordination().rules().isEmpty()) {
            inclusions(facts, diagram);
        }
        return diagram.build();
    }

    /** Graphs of den-diagram tell of rules no more than what they included. */
    private static void inclusions(Facts facts, DiagramBuilder diagram) {
        for (Service service : facts.services()) {
            for (Inclusion way : service.includedBy()) {
                if (way.by().startsWith(RULE)) {
                    diagram.node(Node.of(way.by(), way.by().substring(RULE.length()), "rule"));
                    diagram.node(facts.placed(diagram, service.id()));
                    diagram.edge(Edge.of(way.by(), service.id(), "includes", "fired"));
                }
            }
        }
    }

    private static Node fact(Facts facts, DiagramBuilder diagram, String id) {
        boolean deployed = facts.service(id) != null || facts.scope(id) != null;
        return deployed ? facts.placed(diagram, id) : Node.of(id, id, "fact");
    }

    private static Tone tone(Firing firing) {
        return firing.action().equals("error") ? Tone.CONFLICT : Tone.PLAIN;
    }

    private static String asked(Facts facts, Firing firing) {
        return switch (firing.action()) {
            case "error", "warn", "note" -> firing.action() + ": " + firing.what();
            case "set" -> "set " + firing.what() + value(facts, firing);
            default -> firing.action() + " " + firing.what();
        };
    }

    /** What the rule set it to, if something in the scope has that setting at all. */
    private static String value(Facts facts, Firing firing) {
        for (var entry : facts.coordination().settings().entrySet()) {
            Setting setting = entry.getValue().get(firing.what());
            if (setting != null && facts.isWithin(entry.getKey(), firing.target())) {
                for (Source source : setting.sources()) {
                    if (source.layer().equals(RULE + firing.rule())) {
                        return " = " + DataText.of(source.value());
                    }
                }
            }
        }
        return "";
    }
}
