package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is peculiar to the way a fleet is written down. A fleet that came over a bridge is resolved like any other, but
 * findings must tell its user what to write there, where nobody knows {@code den}. Where there is nothing such a user
 * could write, the answer is null, and the finding has no fix.
 */
public interface Dialect {
    /** Our own: {@code den.aspects}, {@code den.hosts} and so on. */
    Dialect DEN = new DenDialect();

    /** Whether a host gets the aspect that has its name. */
    boolean hostsHaveNamesakes();

    /** Whether the user writes what capabilities are called, and so may misspell it. */
    boolean capabilitiesAreWritten();

    /** What an aspect is called where it is declared. */
    String aspect(String path);

    /** Why an aspect that is declared is no service of the fleet; goes on after a comma and "but". */
    String idle(String path);

    /** How to deploy an aspect in a scope. */
    @Nullable
    String include(String path, ScopeDeclaration scope);

    /** How to deploy something that provides a capability in a scope, when nothing declared does. */
    @Nullable
    String provide(String capability, ScopeDeclaration scope);

    /**
     * How to let a scope have what an aspect provides in another.
     *
     * @param visibility how far it must be seen at least: {@code host environment fleet}
     */
    @Nullable
    String share(
            String capability, String aspect, ScopeDeclaration provider, ScopeDeclaration consumer, String visibility);

    /** How to choose one of several providers for a scope. */
    @Nullable
    String choose(String capability, String service, ScopeDeclaration scope);

    /** How to have backed up what services of a scope keep; null where a fleet says itself what does so. */
    @Nullable
    String backUp(ScopeDeclaration scope);

    /**
     * How to say that a service can start before what it requires.
     *
     * @param requirement as it is written: {@code dns} or {@code service:dns}
     * @param listed all that is written in one list with it, itself included; empty if it is an attribute
     */
    @Nullable
    String postpone(String aspect, String requirement, List<String> listed);

    /** How to do without an include, where one of a circle must go. */
    @Nullable
    String leaveOut(String included, String aspect);
}
