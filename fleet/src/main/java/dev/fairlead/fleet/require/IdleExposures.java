package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.Declarations.Exposure;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.Scopes;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Severity;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Warns of {@code expose.<capability>} on hosts and what lies in them where nothing provides the capability, but something
 * provides one of a similar name: it would be without effect, and nobody would tell.
 */
final class IdleExposures {
    private IdleExposures() {}

    static List<Finding> of(Scopes scopes, List<DeployedService> services) {
        var provided = new LinkedHashMap<ScopeDeclaration, TreeSet<String>>();
        for (DeployedService service : services) {
            for (ScopeDeclaration scope : scopes.outwards(service.scope())) {
                if (!scope.expose().isEmpty() && IdleChoices.isNarrow(scope)) {
                    TreeSet<String> names = provided.computeIfAbsent(scope, _ -> new TreeSet<>());
                    names.add(service.aspect());
                    service.meta().provides().stream().map(Provide::capability).forEach(names::add);
                }
            }
        }
        var findings = new ArrayList<Finding>();
        for (Map.Entry<ScopeDeclaration, TreeSet<String>> each : provided.entrySet()) {
            for (Exposure exposure : each.getKey().expose()) {
                String nearest = each.getValue().contains(exposure.capability())
                        ? null
                        : Suggestions.nearest(exposure.capability(), each.getValue());
                if (nearest != null) {
                    findings.add(finding(each.getKey(), exposure, nearest));
                }
            }
        }
        return findings;
    }

    private static Finding finding(ScopeDeclaration scope, Exposure exposure, String nearest) {
        return Finding.of(
                        FindingId.UNKNOWN_ATTRIBUTE,
                        scope.id() + " exposes " + exposure.capability() + ", but no service there provides it.")
                .severity(Severity.WARNING)
                .subject(scope.id())
                .at(exposure.location())
                .fix("did you mean \"" + nearest + "\"?")
                .build();
    }
}
