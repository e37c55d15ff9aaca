package dev.fairlead.cli.why;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks, and of which fleet.
 *
 * @param subject the words after {@code why}: a service, a scope, or something that the fleet has not
 * @param what the words after that, or null
 * @param service the service that {@code subject} names, if it does
 * @param scope the scope that {@code subject} names, if it does
 */
public record Asked(
        String subject,
        @Nullable String what,
        @Nullable Service service,
        @Nullable Scope scope,
        Resolution resolution) {

    /**
     * Looks up what the words name.
     *
     * @throws dev.fairlead.cli.args.UsageException if the subject could be several things
     */
    public static Asked of(String subject, @Nullable String what, Resolution resolution) {
        Subjects subjects = new Subjects(resolution);
        Scope scope = subjects.scope(subject);
        Service service = scope == null ? subjects.service(subject) : null;
        return new Asked(
                subject,
                what,
                service,
                scope == null && service == null ? subjects.scopeNamed(subject) : scope,
                resolution);
    }

    /** The findings of the fleet that match, in their order. */
    List<Finding> findings(Predicate<Finding> matching) {
        return resolution.findings().stream().filter(matching).toList();
    }
}
