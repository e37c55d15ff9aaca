package dev.fairlead.cli.why;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.List;

/** Complains about a question without an answer, with what could have been asked. */
final class NotUnderstood {
    /** More names than this are not listed in a complaint. */
    private static final int LISTED = 8;

    private final Asked asked;

    NotUnderstood(Asked asked) {
        this.asked = asked;
    }

    UsageException complaint() {
        if (asked.service() != null) {
            return service(asked.service(), String.valueOf(asked.what()));
        }
        if (asked.scope() != null) {
            return scope(asked.scope());
        }
        return looksLikeScope(asked.subject()) ? noScope(asked.subject()) : nothing(asked.subject());
    }

    private static UsageException service(Service service, String what) {
        List<String> known =
                service.requires().stream().map(Requirement::capability).toList();
        String requires = known.isEmpty() ? "it requires nothing" : "it requires " + listed(known, ", ");
        return new UsageException(service.id() + " does not require '" + what + "' (" + requires + ")"
                + ArgumentParser.didYouMean(what, known));
    }

    private boolean looksLikeScope(String id) {
        String prefix = id.substring(0, id.indexOf(':') + 1);
        return !prefix.isEmpty()
                && asked.resolution().scopes().stream()
                        .anyMatch(scope -> scope.id().startsWith(prefix));
    }

    private UsageException noScope(String id) {
        List<String> known = asked.resolution().scopes().stream().map(Scope::id).toList();
        return new UsageException("the fleet has no scope '" + id + "'" + ArgumentParser.didYouMean(id, known));
    }

    private UsageException scope(Scope scope) {
        List<String> deployed = asked.resolution().services().stream()
                .filter(service -> service.scope().equals(scope.id()))
                .map(Service::id)
                .toList();
        if (deployed.isEmpty()) {
            return new UsageException(scope.id() + " is a scope without services of its own; why explains services, and"
                    + " what scopes have, such as a setting: why " + scope.id() + " nginx.port");
        }
        return new UsageException(scope.id() + " is a scope; why explains services, such as those deployed there: "
                + listed(deployed, ", "));
    }

    private UsageException nothing(String name) {
        String bare = name.startsWith("service:") ? name.substring("service:".length()) : name;
        List<String> names =
                asked.resolution().services().stream().map(Service::name).toList();
        return new UsageException(
                "no service '" + bare + "' is deployed in the fleet" + ArgumentParser.didYouMean(bare, names));
    }

    static String listed(List<String> names, String separator) {
        if (names.isEmpty()) {
            return "none";
        }
        if (names.size() <= LISTED) {
            return String.join(separator, names);
        }
        return String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more";
    }
}
