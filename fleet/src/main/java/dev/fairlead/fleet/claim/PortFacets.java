package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.claim.ServicePorts.Entry;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the facet {@code ports}. Each port is computed apart, from the aspect on, to see what settings it reads; one that
 * asks nothing of its context is computed once for all services of its aspect.
 */
final class PortFacets {
    private final Arguments arguments;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;
    private final Map<Written, Map<String, Entry>> everywhere = new HashMap<>();

    PortFacets(Arguments arguments, Places places, EvaluationFindings errors, Findings findings) {
        this.arguments = arguments;
        this.places = places;
        this.errors = errors;
        this.findings = findings;
    }

    /** The ports of a service. Computes their names. */
    ServicePorts of(DeployedService service) {
        Written written = service.facet("ports");
        if (written == null) {
            return ServicePorts.NONE;
        }
        AttrsValue set =
                reader(service, service.context(), findings).attrs(written.cell(), path(service), written.location());
        return set == null ? ServicePorts.NONE : new ServicePorts(names(set), name -> entry(service, written, name));
    }

    private static String path(DeployedService service) {
        return service.writtenAs() + ".ports";
    }

    private FacetReader reader(DeployedService service, Context context, Findings to) {
        return new FacetReader(context, arguments, service.id(), places, errors, to);
    }

    private static List<String> names(AttrsValue set) {
        var names = new ArrayList<String>();
        for (int i = 0; i < set.size(); i++) {
            names.add(Bytes.decode(set.name(i).name()));
        }
        return names;
    }

    private Entry entry(DeployedService service, Written written, String name) {
        Map<String, Entry> known = everywhere.computeIfAbsent(written, facet -> new HashMap<>());
        Entry shared = known.get(name);
        if (shared != null) {
            return shared;
        }
        var reads = new SettingReads();
        Context context = reads.watch(service);
        FacetReader facet = reader(service, context, findings);
        AttrsValue aspect = facet.attrs(service.definition(), service.writtenAs(), service.location());
        Value cell = aspect == null ? null : aspect.get("ports");
        AttrsValue set = cell == null ? null : facet.attrs(cell, path(service), written.location());
        int index = set == null ? -1 : set.shape().indexOf(Symbol.of(Bytes.encode(name)));
        if (set == null || index < 0) {
            return Entry.NOTHING;
        }
        var wrong = new Findings();
        FacetReader port = reader(service, context, wrong);
        Place place = port.place(set, index, written.location());
        PortDeclaration declaration =
                new PortReader(port, name, path(service) + "." + name, place).read(set.value(index), reads);
        findings.addAll(wrong.sorted());
        Entry entry = new Entry(declaration, wrong.sorted());
        if (!facet.isContextual() && !port.isContextual()) {
            known.put(name, entry);
        }
        return entry;
    }
}
