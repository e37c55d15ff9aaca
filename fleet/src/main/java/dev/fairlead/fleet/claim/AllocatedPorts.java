package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that rules give to ports. Of two rules that give one port different numbers, the higher priority decides. */
final class AllocatedPorts {
    private static final Comparator<Change.Allocate> STRONGEST_FIRST = Comparator.<Change.Allocate>comparingInt(
                    change -> change.because().priority())
            .reversed()
            .thenComparing(change -> change.because().rule())
            .thenComparingInt(Change.Allocate::number);

    private final Policy policy;

    AllocatedPorts(Policy policy) {
        this.policy = policy;
    }

    /** A port as it is declared, with the number that a rule gives it if one does. */
    @Nullable
    PortDeclaration of(DeployedService service, String name, @Nullable PortDeclaration declared) {
        List<Change.Allocate> changes = changes(service.id(), name);
        if (changes.isEmpty()) {
            return declared;
        }
        Change.Allocate first = changes.getFirst();
        return declared == null
                ? null
                : declared.allocated(
                        first.number(), first.because().layer(), first.because().place());
    }

    private List<Change.Allocate> changes(String service, String name) {
        return policy.of(Change.Allocate.class, service).stream()
                .filter(change -> change.port().equals(name))
                .sorted(STRONGEST_FIRST)
                .toList();
    }

    /** Rules that contradict each other. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (Change.Allocate change : policy.all(Change.Allocate.class)) {
            Change.Allocate first = changes(change.target(), change.port()).getFirst();
            if (change.number() != first.number()
                    && change.because().priority() == first.because().priority()) {
                findings.add(conflict(first, change));
            }
        }
        return findings;
    }

    private static Finding conflict(Change.Allocate one, Change.Allocate other) {
        Place place = one.because().place();
        return Finding.of(
                        FindingId.CONFLICTING_DEFINITIONS,
                        one.because().layer() + " and " + other.because().layer() + " give ports." + one.port() + " of "
                                + one.target() + " different numbers with the same priority.")
                .subject(one.target())
                .at(other.because().place())
                .related(place == null ? List.of() : List.of(new Related("the other does it here", place)))
                .fix("give one of the rules a higher priority")
                .build();
    }
}
