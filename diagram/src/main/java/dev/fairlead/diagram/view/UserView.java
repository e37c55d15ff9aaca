package dev.fairlead.diagram.view;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramBuilder;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What users have. A user of two hosts is two users: what one of them has is no matter of the other. */
final class UserView {
    private UserView() {}

    static Diagram of(Facts facts) {
        String subject = facts.question.subject();
        DiagramBuilder diagram =
                facts.builder(View.USER, subject == null ? "Users of " + facts.fleet() : "What " + subject + " has");
        Set<String> users = users(facts);
        Set<String> theirs = new TreeSet<>();
        for (Service service : facts.services()) {
            if (users.contains(service.scope())) {
                diagram.node(facts.placed(diagram, service.id()));
                theirs.add(service.id());
            }
        }
        DependencyView.requirements(facts, diagram, theirs::contains);
        return diagram.build();
    }

    private static Set<String> users(Facts facts) {
        Set<String> users = new TreeSet<>();
        List<String> known = new ArrayList<>();
        String subject = facts.question.subject();
        for (Scope scope : facts.scopes()) {
            if (scope.kind().equals("user")) {
                known.add(scope.name());
                if (subject == null || subject.equals(scope.name()) || subject.equals(scope.id())) {
                    users.add(scope.id());
                }
            }
        }
        if (subject != null && users.isEmpty()) {
            throw new UnknownSubjectException("user", subject, known);
        }
        return users;
    }
}
