package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Contradictions;
import dev.fairlead.fleet.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that rules give to ports. Of two rules that give one port different numbers, the higher priority decides. */
final class AllocatedPorts {
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
                .sorted(Contradictions.STRONGEST_FIRST)
                .toList();
    }
}
