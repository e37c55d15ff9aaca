package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.Reference;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What scopes refer to by name.
 *
 * @param others the ids of users and of scopes of further kinds
 */
record ScopeNames(Set<String> environments, Set<String> hosts, Set<String> others) {
    static final String DEFAULT_ENVIRONMENT = "default";
    static final String ENVIRONMENT = "env:";
    static final String HOST = "host:";

    /**
     * The id of the environment that a host names. One that is not declared is reported and taken for the one that was
     * probably meant, so that what follows from the mistake is not reported as well.
     */
    String environment(Fact written, String name, String host) {
        if (environments.contains(name) || name.equals(DEFAULT_ENVIRONMENT)) {
            return ENVIRONMENT + name;
        }
        // The id is a likely thing to write where the name is wanted.
        String bare = name.startsWith(ENVIRONMENT) ? name.substring(ENVIRONMENT.length()) : name;
        String nearest = Suggestions.nearest(bare, environments);
        written.report(Finding.of(
                        FindingId.UNKNOWN_ENVIRONMENT,
                        host + " belongs to the environment \"" + name + "\", which is not declared.")
                .fix(nearest == null ? "declare den.environments." + name : question(nearest)));
        return ENVIRONMENT + (nearest == null ? DEFAULT_ENVIRONMENT : nearest);
    }

    /**
     * The id of the scope that an entity says it lies in: the one that was probably meant if there is none of that name;
     * null, with a finding in either case, if nothing is near.
     */
    @Nullable
    String around(Fact written, String name, String kind, String entity) {
        Set<String> known = ofKind(kind);
        if (known.contains(name)) {
            return kind + ":" + name;
        }
        String nearest = Suggestions.nearest(name, known);
        written.report(Finding.of(
                        FindingId.UNKNOWN_REFERENCE,
                        entity + " belongs to the " + kind + " \"" + name + "\", which is not declared.")
                .fix(nearest == null ? null : question(nearest)));
        return nearest == null ? null : kind + ":" + nearest;
    }

    private Set<String> ofKind(String kind) {
        if (kind.equals(ScopeKind.HOST)) {
            return hosts;
        }
        String prefix = kind + ":";
        return others.stream()
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The scope that an item of {@code imports} names, or null with a finding.
     *
     * @param importer the id of the scope that imports
     */
    @Nullable
    Reference imported(Fact item, String name, String importer) {
        boolean hostsToo = !importer.startsWith(ENVIRONMENT);
        boolean environment = environments.contains(bare(name, ENVIRONMENT));
        boolean host = hosts.contains(bare(name, HOST));
        if (environment && host && hostsToo) {
            return unknown(
                    item,
                    importer + " imports \"" + name + "\", which is both an environment and a host.",
                    "write \"env:" + name + "\" or \"host:" + name + "\"");
        }
        if (environment) {
            return new Reference(ENVIRONMENT + bare(name, ENVIRONMENT), item.place());
        }
        if (host && hostsToo) {
            return new Reference(HOST + bare(name, HOST), item.place());
        }
        if (hostsToo && others.contains(name)) {
            return new Reference(name, item.place());
        }
        if (host) {
            return unknown(
                    item, importer + " imports \"" + name + "\", but an environment imports environments only.", null);
        }
        String nearest = Suggestions.nearest(name, importable(hostsToo, name.contains(":")));
        return unknown(
                item,
                importer + " imports \"" + name + "\", but there is no "
                        + (hostsToo ? "environment or host" : "environment") + " of that name.",
                nearest == null ? null : question(nearest));
    }

    private Set<String> importable(boolean hostsToo, boolean prefixed) {
        var names = new TreeSet<String>();
        environments.forEach(name -> names.add(prefixed ? ENVIRONMENT + name : name));
        if (hostsToo) {
            hosts.forEach(name -> names.add(prefixed ? HOST + name : name));
            others.stream().filter(id -> prefixed).forEach(names::add);
        }
        return names;
    }

    /** The name without its prefix; with another prefix it stays as it is, and is no name. */
    private static String bare(String name, String prefix) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static @Nullable Reference unknown(Fact item, String message, @Nullable String fix) {
        item.report(Finding.of(FindingId.UNKNOWN_SCOPE, message).fix(fix));
        return null;
    }

    private static String question(String nearest) {
        return "did you mean \"" + nearest + "\"?";
    }
}
