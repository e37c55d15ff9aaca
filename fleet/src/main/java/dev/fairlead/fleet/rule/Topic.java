package dev.fairlead.fleet.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a rule reads or makes, as far as it matters to know that one rule makes what another reads.
 *
 * @param name which thing of the kind; null for any
 * @param where the id of the host, or of the fact, that it is about; null for anywhere
 */
record Topic(Kind kind, @Nullable String name, @Nullable String where) {
    /** The kinds of things that rules can change, directly or by what they bring. */
    enum Kind {
        /** A deployed aspect, by path, on a host. */
        SERVICE,
        /** A capability that something on a host provides. */
        CAPABILITY,
        /** A capability that a service provides; {@code where} is the service. */
        OFFER,
        /** A capability that something on a host requires. */
        REQUIREMENT,
        /** A capability that a service requires; {@code where} is the service. */
        NEED,
        /** What a requirement of a capability is bound to, anywhere. */
        BINDING,
        /** A tag of a scope or service, which is {@code where}. */
        TAG,
        /** Settings in a scope, which is {@code where}. */
        SETTING,
        /** Ports that are claimed on a host. */
        PORT
    }
}
