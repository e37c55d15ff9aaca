package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Emission;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.require.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** The hosts that are looked at while others are resolved. */
public final class Guests {
    /** The whole fleet is resolved. */
    public static final Guests NONE = new Guests(List.of());

    private final Collection<Guest> guests;

    public Guests(Collection<Guest> guests) {
        this.guests = List.copyOf(guests);
    }

    /** What requirements see of them. */
    public Seen seen() {
        var scopes = new ArrayList<ScopeDeclaration>();
        var services = new ArrayList<DeployedService>();
        var waves = new HashMap<String, Integer>();
        for (Guest guest : guests) {
            scopes.addAll(guest.scopes());
            services.addAll(guest.services());
            waves.putAll(guest.waves());
        }
        return new Seen(scopes, services, waves);
    }

    /** What they put into channels. */
    public List<Emission> emissions() {
        return guests.stream().flatMap(guest -> guest.emissions().stream()).toList();
    }
}
