package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations.Choice;
import dev.fairlead.fleet.policy.Because;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Map;

/** Lets services say of themselves what rules say of them. */
final class Amendments {
    private final Policy policy;

    Amendments(Policy policy) {
        this.policy = policy;
    }

    /** @param facet reads where the service is */
    void apply(DeployedService service, FacetReader facet) {
        if (policy.isEmpty()) {
            return;
        }
        for (Change.Provide provide : policy.of(Change.Provide.class, service.id())) {
            amend(service, facet, "provides", provide.capability(), provide.entry(), provide.because());
        }
        for (Change.Require require : policy.of(Change.Require.class, service.id())) {
            amend(service, facet, "requires", require.capability(), require.entry(), require.because());
        }
        List<Choice> choices = policy.of(Change.Bind.class, service.id()).stream()
                .map(Change.Bind::choice)
                .toList();
        service.choices(choices);
        service.tags(policy.of(Change.Tag.class, service.id()).stream()
                .map(Change.Tag::tag)
                .toList());
    }

    /** An entry means what it would mean in {@code meta}. */
    private static void amend(
            DeployedService service,
            FacetReader facet,
            String registry,
            String capability,
            Value entry,
            Because because) {
        AttrsValue meta = AttrSets.of(Map.of(registry, AttrSets.of(Map.of(capability, entry))));
        Meta added = new MetaReader(facet, because.layer()).read(meta, because.place());
        service.amend(added);
    }
}
