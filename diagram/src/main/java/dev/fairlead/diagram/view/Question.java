package dev.fairlead.diagram.view;

import org.jspecify.annotations.Nullable;

/**
 * What a view is asked about, beyond the fleet.
 *
 * @param host the name of a host that the picture is about, or null for the fleet
 * @param subject what a view of one thing is about: a service, an aspect, a user or a channel; null for its default
 * @param allAspects whether services are shown that nobody depends on and that depend on nothing
 */
public record Question(@Nullable String host, @Nullable String subject, boolean allAspects) {
    /** The whole fleet. */
    public static final Question FLEET = new Question(null, null, false);

    public static Question ofHost(String host) {
        return new Question(host, null, false);
    }

    /** The same, with services that nobody depends on and that depend on nothing. */
    public Question ofAllAspects() {
        return new Question(host, subject, true);
    }

    public Question about(@Nullable String other) {
        return new Question(host, other, allAspects);
    }
}
