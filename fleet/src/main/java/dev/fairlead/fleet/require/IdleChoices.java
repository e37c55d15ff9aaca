package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Scopes;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Choices of a provider for a capability that nobody chooses for, if it is spelt much like one that somebody does. Only
 * hosts and what lies in them are looked at: what a whole environment chooses is often meant for hosts to come.
 */
final class IdleChoices {
    private IdleChoices() {}

    static List<Finding> of(Scopes scopes, List<DeployedService> services) {
        var required = new HashMap<ScopeDeclaration, TreeSet<String>>();
        for (DeployedService service : services) {
            for (ScopeDeclaration scope : scopes.outwards(service.scope())) {
                if (!scope.bindings().isEmpty() && isNarrow(scope)) {
                    TreeSet<String> names = required.computeIfAbsent(scope, _ -> new TreeSet<>());
                    service.meta().requires().stream().map(Require::capability).forEach(names::add);
                }
            }
        }
        var findings = new ArrayList<Finding>();
        for (Map.Entry<ScopeDeclaration, TreeSet<String>> each : required.entrySet()) {
            for (Choice choice : each.getKey().bindings()) {
                String nearest = each.getValue().contains(choice.capability())
                        ? null
                        : Suggestions.nearest(choice.capability(), each.getValue());
                if (nearest != null) {
                    findings.add(finding(choice, nearest));
                }
            }
        }
        return findings;
    }

    static boolean isNarrow(ScopeDeclaration scope) {
        return !scope.kind().equals("environment") && !scope.kind().equals("fleet");
    }

    private static Finding finding(Choice choice, String nearest) {
        return Finding.of(
                        FindingId.UNKNOWN_BINDING,
                        choice.by() + " binds capability:" + choice.capability() + " to " + choice.service()
                                + ", but no service there requires it.")
                .severity(Severity.WARNING)
                .subject(choice.by())
                .at(choice.location())
                .fix("did you mean \"" + nearest + "\"?")
                .build();
    }
}
