package dev.fairlead.cli;

import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.why.Subjects;
import dev.fairlead.fleet.declare.Changes;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what {@code whatif} supposes; what it names must be there. */
final class Supposition {
    private static final String HOST = "host:";

    private final Alternatives alternatives;
    private final Resolution resolution;
    private final List<String> words = new ArrayList<>();
    private Changes changes = Changes.NONE;

    Supposition(Alternatives alternatives) {
        this.alternatives = alternatives;
        this.resolution = alternatives.fleet().resolution();
    }

    Changes changes() {
        return changes;
    }

    /** All that is supposed, for people: {@code without host:web1, with nginx.port = 8080 on host:web2}. */
    String words() {
        return String.join(", ", words);
    }

    /** Without a scope, or a service; the name of an aspect that is deployed often means each of its services. */
    void without(String name) {
        Scope scope = scopeToLeaveOut(name);
        List<Service> services =
                name.equals(scope == null ? null : scope.id()) ? List.of() : new Subjects(resolution).services(name);
        if (scope != null && !services.isEmpty()) {
            throw new UsageException("'" + name + "' may be " + scope.id() + " or service:" + name + "; which one?");
        }
        if (scope != null) {
            changes = changes.withoutScope(scope.id());
            words.add("without " + scope.id());
            return;
        }
        if (services.isEmpty()) {
            throw unknown(name);
        }
        for (Service service : services) {
            changes = changes.withoutService(service.id());
            words.add("without " + service.id());
        }
    }

    /** The scope with this id, or the host with this name; null if there is none. */
    private @Nullable Scope scopeToLeaveOut(String name) {
        for (Scope scope : resolution.scopes()) {
            if (scope.id().equals(name) || scope.id().equals(HOST + name)) {
                if (!mayBeLeftOut(scope)) {
                    if (!new Subjects(resolution).services(name).isEmpty()) {
                        return null;
                    }
                    throw new UsageException(name + " cannot be left out, only services, hosts, users and scopes of the"
                            + " fleet's own kinds");
                }
                return scope;
            }
        }
        return null;
    }

    /** The fleet and its environments are what others lie in, so nothing would be left to compare. */
    private static boolean mayBeLeftOut(Scope scope) {
        return !scope.kind().equals("fleet") && !scope.kind().equals("environment");
    }

    private UsageException unknown(String name) {
        List<String> known = new ArrayList<>();
        boolean isId = name.indexOf(':') >= 0;
        if (isId) {
            resolution.scopes().stream().filter(Supposition::mayBeLeftOut).forEach(scope -> known.add(scope.id()));
            resolution.services().forEach(service -> known.add("service:" + service.name()));
        } else {
            known.addAll(hosts());
            resolution.services().forEach(service -> known.add(service.name()));
        }
        return new UsageException("the fleet has no service and no " + (isId ? "scope" : "host") + " '" + name + "'"
                + ArgumentParser.didYouMean(name, known));
    }

    private List<String> hosts() {
        return resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("host"))
                .map(Scope::name)
                .toList();
    }

    /** {@code CLASS=B}: another backend for a routed class. */
    void backend(String choice) {
        int equals = choice.indexOf('=');
        if (equals < 1 || equals == choice.length() - 1) {
            throw new UsageException("--backend needs CLASS=B, such as reverse-proxy=caddy, not '" + choice + "'");
        }
        String routed = choice.substring(0, equals);
        String backend = choice.substring(equals + 1);
        require(routed, alternatives.classes(), "class");
        require(backend, alternatives.backends(), "backend");
        changes = changes.withBackend(routed, backend);
        words.add("with " + backend + " for " + routed);
    }

    private static void require(String name, Collection<String> known, String noun) {
        if (!known.contains(name)) {
            throw new UsageException("the fleet has no " + noun + " '" + name + "'"
                    + ArgumentParser.didYouMean(name, List.copyOf(known)));
        }
    }

    /** {@code SCOPE:PATH=VALUE}: another value for a setting. */
    void set(String setting) {
        int equals = setting.indexOf('=');
        int colon = setting.lastIndexOf(':', Math.max(0, equals));
        if (equals < 0 || colon < 1 || colon + 1 == equals) {
            throw new UsageException(
                    "--set needs SCOPE:PATH=VALUE, such as host:web1:nginx.port=8080, not '" + setting + "'");
        }
        String scope = scope(setting.substring(0, colon));
        String path = setting.substring(colon + 1, equals).strip();
        String value = setting.substring(equals + 1).strip();
        changes = changes.withSetting(scope, new AttributeWalk(path).text(), alternatives.value(value));
        words.add("with " + path + " = " + value + " on " + scope);
    }

    /** The id of a scope that there is; the name of a host will do. */
    private String scope(String given) {
        List<String> known = new ArrayList<>();
        for (Scope scope : resolution.scopes()) {
            if (scope.id().equals(given)) {
                return given;
            }
            known.add(scope.id());
        }
        if (known.contains(HOST + given)) {
            return HOST + given;
        }
        throw new UsageException("the fleet has no scope '" + given + "'" + ArgumentParser.didYouMean(given, known));
    }
}
