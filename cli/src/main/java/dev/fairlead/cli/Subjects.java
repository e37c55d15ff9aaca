package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a person names on the command line: {@code grafana} for {@code service:grafana@web1}. */
final class Subjects {
    /** More names than this are not listed in a complaint. */
    private static final int LISTED = 8;

    private final Resolution resolution;

    Subjects(Resolution resolution) {
        this.resolution = resolution;
    }

    /**
     * The service that {@code name} names: its id, or its id without the scope or without {@code service:}, or its
     * aspect's path.
     *
     * @return null if none is deployed under that name
     * @throws UsageException if the name could mean several
     */
    @Nullable
    Service service(String name) {
        String id = name.startsWith("service:") ? name : "service:" + name;
        List<Service> named = new ArrayList<>();
        for (Service service : resolution.services()) {
            if (service.id().equals(id)) {
                return service;
            }
            if (service.id().startsWith(id + "@") || ("service:" + service.name()).equals(id)) {
                named.add(service);
            }
        }
        if (named.size() > 1) {
            List<String> ids = named.stream().map(Service::id).toList();
            throw new UsageException("'" + name + "' may be " + listed(ids, " or ") + "; which one?");
        }
        return named.isEmpty() ? null : named.getFirst();
    }

    /** The requirement of a service for a capability, written {@code dns} or as in messages, {@code service:dns}. */
    Requirement requirement(Service service, String capability) {
        String bare = capability.startsWith("capability:") ? capability.substring("capability:".length()) : capability;
        String other = bare.startsWith("service:") ? bare.substring("service:".length()) : "service:" + bare;
        Requirement otherwise = null;
        for (Requirement requirement : service.requires()) {
            if (requirement.capability().equals(bare)) {
                return requirement;
            }
            if (requirement.capability().equals(other)) {
                otherwise = requirement;
            }
        }
        if (otherwise != null) {
            return otherwise;
        }
        List<String> known =
                service.requires().stream().map(Requirement::capability).toList();
        String what = known.isEmpty() ? "it requires nothing" : "it requires " + listed(known, ", ");
        throw new UsageException(service.id() + " does not require '" + bare + "' (" + what + ")"
                + ArgumentParser.didYouMean(bare, known));
    }

    /** Complains that nothing is called {@code name}, with what is nearest. */
    UsageException unknown(String name) {
        for (Resolution.Scope scope : resolution.scopes()) {
            if (scope.id().equals(name)) {
                return new UsageException(name + " is a scope; why explains services, such as those deployed there: "
                        + listed(deployedIn(name), ", "));
            }
        }
        String bare = name.startsWith("service:") ? name.substring("service:".length()) : name;
        List<String> names = new ArrayList<>();
        for (Service service : resolution.services()) {
            names.add(service.name());
        }
        return new UsageException(
                "no service '" + bare + "' is deployed in the fleet" + ArgumentParser.didYouMean(bare, names));
    }

    private List<String> deployedIn(String scope) {
        return resolution.services().stream()
                .filter(service -> service.scope().equals(scope))
                .map(Service::id)
                .toList();
    }

    private static String listed(List<String> names, String separator) {
        if (names.isEmpty()) {
            return "none";
        }
        if (names.size() <= LISTED) {
            return String.join(separator, names);
        }
        return String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more";
    }
}
