package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Edge.Kind;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that one service needs. */
final class ChainView {
    private ChainView() {}

    static Diagram of(Facts facts) {
        String subject = facts.question.subject();
        Service start = subject == null ? usual(facts) : facts.named(subject);
        if (start == null) {
            return facts.builder(View.CHAIN, "What services of " + facts.fleet() + " need")
                    .build();
        }
        DiagramBuilder diagram = facts.builder(View.CHAIN, "What " + start.id() + " needs");
        diagram.node(facts.placed(diagram, start.id()));
        Set<String> reached = reached(facts, start.id());
        DependencyView.requirements(facts, diagram, reached::contains);
        return diagram.build();
    }

    /** What is worth a look if nobody says: the start of the first chain that breaks, else the longest way to deploy. */
    private static @Nullable Service usual(Facts facts) {
        for (Finding finding : facts.resolution.findings()) {
            if (finding.isError() && !finding.chain().isEmpty()) {
                Service broken = facts.service(finding.chain().getFirst());
                if (broken != null) {
                    return broken;
                }
            }
        }
        Service last = null;
        for (Service service : facts.services()) {
            if (!service.requires().isEmpty() && (last == null || wave(service) > wave(last))) {
                last = service;
            }
        }
        return last;
    }

    /** On or behind a cycle is later than everything. */
    private static int wave(Service service) {
        Integer wave = service.wave();
        return wave == null ? Integer.MAX_VALUE : wave;
    }

    private static Set<String> reached(Facts facts, String start) {
        Map<String, List<String>> needs = new HashMap<>();
        for (Resolution.Edge edge : facts.resolution.edges()) {
            if (edge.kind() == Kind.REQUIRES) {
                needs.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
            }
        }
        Set<String> reached = new HashSet<>(Set.of(start));
        var waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            for (String next : needs.getOrDefault(waiting.remove(), List.of())) {
                if (reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return reached;
    }
}
