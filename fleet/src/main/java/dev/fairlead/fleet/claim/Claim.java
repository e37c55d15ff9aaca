package dev.fairlead.fleet.claim;

import java.util.Comparator;

/**
 * A port, or a range of them, that a service takes on a host.
 *
 * @param by the id of the service
 * @param host the id of the scope whose ports they are
 * @param declaration how the service declares it
 * @param ports the numbers
 */
record Claim(String by, String host, PortDeclaration declaration, PortRange ports) {
    /** The order in which claims are listed: by service and name. */
    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::by)
            .thenComparing(claim -> claim.declaration().name());

    String protocol() {
        return declaration.protocol();
    }

    BindAddress bind() {
        return declaration.bind();
    }

    /** True if Fairlead chose the number. */
    boolean isAutomatic() {
        return declaration.number() == null;
    }

    /** True if both cannot be had. */
    boolean collides(Claim other) {
        return host.equals(other.host)
                && protocol().equals(other.protocol())
                && ports.overlaps(other.ports)
                && bind().overlaps(other.bind());
    }
}
