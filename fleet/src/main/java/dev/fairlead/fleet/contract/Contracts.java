package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.Registries.Declared;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.FacetReader;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.fleet.setting.Schema;
import dev.fairlead.fleet.setting.Schemas;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code den.contracts}: what may be asked of a capability, and what it gives. */
final class Contracts {
    private static final List<String> PARTS = List.of("description", "request", "result");

    private final Schemas schemas;
    private final Context library;
    private final Findings findings;
    private final Map<String, Contract> byCapability = new HashMap<>();

    private record Contract(
            @Nullable Schema request, @Nullable Schema result) {}

    /** @param library what the functions of schemas may ask for */
    Contracts(
            List<Declared> declared,
            Schemas schemas,
            Context library,
            Places places,
            EvaluationFindings errors,
            Findings findings) {
        this.schemas = schemas;
        this.library = library;
        this.findings = findings;
        for (Declared contract : declared) {
            String path = "den.contracts." + contract.name();
            var facet = new FacetReader(library, new Arguments(), null, places, errors, findings);
            byCapability.put(contract.name(), read(contract, path, facet));
        }
    }

    private Contract read(Declared contract, String path, FacetReader facet) {
        AttrsValue parts = facet.attrs(contract.value(), path, contract.location());
        Schema request = null;
        Schema result = null;
        for (int i = 0; parts != null && i < parts.size(); i++) {
            String name = Bytes.decode(parts.name(i).name());
            String where = path + "." + name;
            Place place = facet.place(parts, i, contract.location());
            switch (name) {
                case "request" -> request = schema(parts.value(i), parts.position(i), where);
                case "result" -> result = schema(parts.value(i), parts.position(i), where);
                case "description" -> facet.text(parts.value(i), where, place);
                default -> facet.unknown(where, Suggestions.nearest(name, PARTS), place);
            }
        }
        return new Contract(request, result);
    }

    private Schema schema(Value cell, int position, String path) {
        Schema schema = schemas.read(cell, position, path, library);
        findings.addAll(schema.findings());
        return schema;
    }

    /** What may be asked of a capability; null if anything may. */
    @Nullable
    Schema request(String capability) {
        Contract contract = byCapability.get(capability);
        return contract == null ? null : contract.request();
    }

    /** What a capability gives; null if it may be anything. */
    @Nullable
    Schema result(String capability) {
        Contract contract = byCapability.get(capability);
        return contract == null ? null : contract.result();
    }
}
