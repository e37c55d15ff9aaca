package dev.fairlead.fleet.declare;

import dev.fairlead.nix.syntax.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that content of aspects may stand under: classes, and backends of routed classes.
 *
 * @param classes output classes and routed ones
 * @param backends each of some routed class
 */
public record Classes(SortedSet<String> classes, SortedSet<String> backends) {
    /** The classes that Fairlead writes out itself. */
    public static final Set<String> OUTPUTS = Set.of("nixos", "darwin", "homeManager", "kubernetes", "terraform");
    /** The routed classes that every fleet has, each with its backends; the first is chosen where nobody chooses. */
    public static final SortedMap<String, List<String>> ROUTED = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "reverse-proxy", List.of("nginx", "caddy", "traefik"),
            "sso", List.of("authelia", "keycloak", "kanidm"),
            "ldap", List.of("lldap", "openldap"),
            "backup", List.of("restic", "borgbackup"),
            "database", List.of("postgresql", "mysql"),
            "dns", List.of("unbound", "dnsmasq", "coredns"),
            "pki", List.of("step-ca", "acme"),
            "monitoring", List.of("prometheus", "victoriametrics"),
            "secrets", List.of("sops", "age"))));

    public Classes {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        backends = Collections.unmodifiableSortedSet(new TreeSet<>(backends));
    }

    /** What every fleet has. */
    static Classes shipped() {
        var classes = new TreeSet<>(OUTPUTS);
        classes.addAll(ROUTED.keySet());
        var backends = new TreeSet<String>();
        ROUTED.values().forEach(backends::addAll);
        return new Classes(classes, backends);
    }

    /**
     * These, and those that {@code den.classes} registers: {@code { reverse-proxy = { backend; backends; }; }}.
     * Forces what names them and nothing else.
     */
    Classes with(Fact registered) {
        var moreClasses = new TreeSet<>(classes);
        var moreBackends = new TreeSet<>(backends);
        for (Fact one : registered.attributes()) {
            moreClasses.add(Bytes.decode(one.path().name()));
            Fact backend = one.attribute("backend");
            String chosen = backend == null ? null : backend.text();
            if (chosen != null) {
                moreBackends.add(chosen);
            }
            Fact translators = one.attribute("backends");
            if (translators != null) {
                translators
                        .attributes()
                        .forEach(each ->
                                moreBackends.add(Bytes.decode(each.path().name())));
            }
        }
        return new Classes(moreClasses, moreBackends);
    }
}
