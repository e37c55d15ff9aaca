package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.contract.Party.Side;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.setting.Checked;
import dev.fairlead.fleet.setting.Schema;
import dev.fairlead.fleet.setting.Schemas;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the services of a fleet ask and give, each held to its contract once, however many read it. */
final class Sides {
    private static final Symbol VISIBILITY = Symbol.of("visibility");

    private final Contracts contracts;
    private final Schemas schemas;
    private final Places places;
    private final Map<Provide, Held> results = new HashMap<>();
    private final Map<Asked, Held> requests = new HashMap<>();

    /** @param service null where every service that has the requirement asks the same */
    private record Asked(@Nullable DeployedService service, Require require) {}

    Sides(Contracts contracts, Schemas schemas, Places places) {
        this.contracts = contracts;
        this.schemas = schemas;
        this.places = places;
    }

    /** What a service gives to those it provides a capability for; the same for all services that share the entry. */
    Held result(DeployedService service, Provide provide) {
        return results.computeIfAbsent(provide, key -> {
            Value result = withoutVisibility(provide.data());
            var party = new Party(Side.RESULT, service.writtenAs(), provide.capability(), provide.location());
            return held(service, result, 0, party, contracts.result(provide.capability()));
        });
    }

    /** What a service asks of whoever provides a capability; an empty set if it says nothing. */
    Held request(DeployedService service, Require require) {
        Written written = require.request();
        boolean everywhere =
                written == null || (written.cell().isForced() && written.cell().type() != Value.Type.FUNCTION);
        return requests.computeIfAbsent(new Asked(everywhere ? null : service, require), key -> {
            Value request =
                    written == null ? AttrsValue.EMPTY : service.context().applied(written.cell());
            var party = new Party(
                    Side.REQUEST,
                    service.writtenAs(),
                    require.capability(),
                    written == null ? require.location() : written.location());
            int position = written == null ? 0 : written.position();
            return held(service, request, position, party, contracts.request(require.capability()));
        });
    }

    private Held held(DeployedService service, Value data, int position, Party party, @Nullable Schema schema) {
        if (schema == null) {
            return new Held(service.id(), data, null);
        }
        var blame = new ContractBlame(party, schemas.references(), places, places.at(schema.position()));
        Checked checked =
                schemas.check(schema, List.of(party.capability()), data, position, service.writtenAs(), blame);
        return new Held(service.id(), new Deferred(checked::value), checked);
    }

    private static Value withoutVisibility(Value data) {
        if (!(data instanceof AttrsValue entry) || entry.get(VISIBILITY) == null) {
            return data;
        }
        var result = new AttrsBuilder(entry.size());
        for (int i = 0; i < entry.size(); i++) {
            if (entry.name(i) != VISIBILITY) {
                result.add(entry.name(i), entry.value(i), entry.position(i));
            }
        }
        return result.build();
    }
}
