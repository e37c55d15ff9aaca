package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Channels.Flow;
import dev.fairlead.fleet.channel.Emission;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.fleet.resolution.Owners;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the strata how each host looks to others, where that can be kept: not where it shows a function, which may
 * compute anything. Linear in what services provide and emit.
 */
final class GuestReader {
    private final SettledValue settled = new SettledValue();
    private final IdentityHashMap<Provide, Provide> provides = new IdentityHashMap<>();
    private final Map<String, ScopeDeclaration> scopes = new HashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<DeployedService, DeployedService> seen = new HashMap<>();
    private final Set<String> restless = new HashSet<>();

    private static final class Draft {
        private final List<ScopeDeclaration> scopes = new ArrayList<>();
        private final List<DeployedService> services = new ArrayList<>();
        private final List<Emission> emissions = new ArrayList<>();
        private final Map<String, Integer> waves = new HashMap<>();
    }

    private GuestReader() {}

    /** The hosts as others see them, by name; those that cannot be kept are left out. */
    static Map<String, Guest> of(List<DeployedService> services, Outcome outcome, Flow flow) {
        var reader = new GuestReader();
        outcome.graph().scopes().forEach(reader::scope);
        services.forEach(reader::service);
        flow.emitted().forEach(emitted -> reader.emission(emitted.emission()));
        List<List<String>> waves = outcome.order().waves();
        for (int wave = 0; wave < waves.size(); wave++) {
            for (String service : waves.get(wave)) {
                reader.waves(service, wave);
            }
        }
        return reader.guests();
    }

    private Map<String, Guest> guests() {
        var guests = new HashMap<String, Guest>();
        drafts.forEach((host, draft) -> {
            if (!restless.contains(host)) {
                guests.put(host, new Guest(draft.scopes, draft.services, draft.emissions, draft.waves));
            }
        });
        return guests;
    }

    private void scope(ScopeDeclaration scope) {
        String host = Owners.ofScope(scope.id());
        if (host != null) {
            ScopeDeclaration bare = scope.bare();
            scopes.put(scope.id(), bare);
            drafts.computeIfAbsent(host, key -> new Draft()).scopes.add(bare);
        }
    }

    private @Nullable Draft draft(ScopeDeclaration scope) {
        return drafts.get(String.valueOf(Owners.ofScope(scope.id())));
    }

    private void service(DeployedService service) {
        Draft draft = draft(service.scope());
        ScopeDeclaration scope = scopes.get(service.scope().id());
        if (draft != null && scope != null) {
            List<Provide> kept = service.meta().provides().stream()
                    .map(provide -> kept(provide, service))
                    .toList();
            DeployedService guest = service.asSeen(scope, kept);
            seen.put(service, guest);
            draft.services.add(guest);
        }
    }

    /** The same for all services that share it. */
    private Provide kept(Provide provide, DeployedService service) {
        Value data = kept(provide.data(), service);
        return provides.computeIfAbsent(
                provide, key -> new Provide(provide.capability(), provide.visibility(), data, provide.location()));
    }

    private void emission(Emission emission) {
        DeployedService guest = seen.get(emission.service());
        Draft draft = draft(emission.service().scope());
        if (guest != null && draft != null) {
            draft.emissions.add(emission.asSeen(guest, kept(emission.value(), emission.service())));
        }
    }

    private void waves(String service, int wave) {
        Draft draft = drafts.get(service.substring(service.lastIndexOf('@') + 1));
        if (draft != null) {
            draft.waves.put(service, wave);
        }
    }

    /** The value with nothing left to compute; else the host cannot be kept. */
    private Value kept(Value cell, DeployedService service) {
        return settled.of(cell).orElseGet(() -> {
            restless.add(String.valueOf(Owners.ofScope(service.scope().id())));
            return cell;
        });
    }
}
