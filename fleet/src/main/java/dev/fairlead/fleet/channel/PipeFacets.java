package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.channel.PipeReader.Pipes;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.select.SelectorReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facet {@code pipe} of each service. One that asks nothing of its context is read once for all that have it. */
final class PipeFacets {
    private final Arguments arguments;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;
    private final SelectorReader selectors;
    private final Map<Written, Pipes> everywhere = new HashMap<>();
    private final Set<DeployedService> failed = new HashSet<>();

    PipeFacets(
            Arguments arguments,
            Places places,
            EvaluationFindings errors,
            Findings findings,
            SelectorReader selectors) {
        this.selectors = selectors;
        this.arguments = arguments;
        this.places = places;
        this.errors = errors;
        this.findings = findings;
    }

    List<PipeEntry> of(DeployedService service) {
        Written pipe = service.facet("pipe");
        if (pipe == null) {
            return List.of();
        }
        Pipes known = everywhere.get(pipe);
        if (known == null) {
            FacetReader facet = reader(service);
            String path = service.writtenAs() + ".pipe";
            known = PipeReader.read(pipe, service.id(), path, facet, selectors);
            if (!facet.isContextual()) {
                everywhere.put(pipe, known);
            }
        }
        if (!known.complete()) {
            failed.add(service);
        }
        return known.entries();
    }

    /** A reader of other facets of a service. */
    FacetReader reader(DeployedService service) {
        return new FacetReader(service.context(), arguments, service.id(), places, errors, findings);
    }

    /** The services of which something could not be read, and with it perhaps what they read. */
    Set<DeployedService> failed() {
        return failed;
    }
}
