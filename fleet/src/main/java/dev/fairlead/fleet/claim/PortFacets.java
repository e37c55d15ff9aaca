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
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the facet {@code ports}. One that asks nothing of its context is read once for all services of its aspect; of
 * the others each port is computed apart, from the aspect on, to see what settings it reads.
 */
final class PortFacets {
    private final Arguments arguments;
    private final Places places;
    private final EvaluationFindings errors;
    private final Findings findings;
    private final Map<Written, ServicePorts> everywhere = new HashMap<>();

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
        ServicePorts known = everywhere.get(written);
        if (known != null) {
            return known;
        }
        FacetReader facet = reader(service, service.context(), findings);
        AttrsValue set = facet.attrs(written.cell(), path(service), written.location());
        if (set == null) {
            return ServicePorts.NONE;
        }
        if (facet.isContextual() || service.definition().force() instanceof FunctionValue) {
            return new ServicePorts(names(set), name -> watched(service, written, name));
        }
        var ports = new ServicePorts(names(set), name -> read(service, set, name, written, new SettingReads()));
        everywhere.put(written, ports);
        return ports;
    }

    private static String path(DeployedService service) {
        return "den.aspects." + service.aspect() + ".ports";
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

    /** One port, computed in a context of its own. */
    private Entry watched(DeployedService service, Written written, String name) {
        var reads = new SettingReads();
        Context context = reads.watch(service);
        FacetReader facet = reader(service, context, findings);
        AttrsValue aspect = facet.attrs(service.definition(), "den.aspects." + service.aspect(), service.location());
        Value cell = aspect == null ? null : aspect.get("ports");
        AttrsValue set = cell == null ? null : facet.attrs(cell, path(service), written.location());
        return set == null ? Entry.NOTHING : read(service, set, name, written, reads, context);
    }

    private Entry read(DeployedService service, AttrsValue set, String name, Written written, SettingReads reads) {
        return read(service, set, name, written, reads, service.context());
    }

    private Entry read(
            DeployedService service,
            AttrsValue set,
            String name,
            Written written,
            SettingReads reads,
            Context context) {
        int index = set.shape().indexOf(Symbol.of(Bytes.encode(name)));
        if (index < 0) {
            return Entry.NOTHING;
        }
        var wrong = new Findings();
        FacetReader facet = reader(service, context, wrong);
        Place place = facet.place(set, index, written.location());
        PortDeclaration declaration =
                new PortReader(facet, name, path(service) + "." + name, place).read(set.value(index), reads);
        findings.addAll(wrong.sorted());
        return new Entry(declaration, wrong.sorted());
    }
}
