package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Emission;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hosts that are looked at while others are resolved. */
public final class Guests {
    /** The whole fleet is resolved. */
    public static final Guests NONE = new Guests(List.of());

    private final Collection<Guest> guests;

    public Guests(Collection<Guest> guests) {
        this.guests = List.copyOf(guests);
    }

    /** Their scopes, hosts before their users. */
    public List<ScopeDeclaration> scopes() {
        return guests.stream().flatMap(guest -> guest.scopes().stream()).toList();
    }

    /** Their services. */
    public List<DeployedService> services() {
        return guests.stream().flatMap(guest -> guest.services().stream()).toList();
    }

    /** What they put into channels. */
    public List<Emission> emissions() {
        return guests.stream().flatMap(guest -> guest.emissions().stream()).toList();
    }

    /** In which wave of the plan each service is, by its id. */
    public Map<String, Integer> waves() {
        var waves = new HashMap<String, Integer>();
        guests.forEach(guest -> waves.putAll(guest.waves()));
        return Collections.unmodifiableMap(waves);
    }
}
