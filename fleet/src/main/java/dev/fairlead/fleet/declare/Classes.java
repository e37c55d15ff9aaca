package dev.fairlead.fleet.declare;

import dev.fairlead.nix.syntax.Bytes;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names that content of aspects may stand under: classes, and backends of routed classes.
 *
 * @param classes output classes and routed ones
 * @param backends each of some routed class
 */
public record Classes(SortedSet<String> classes, SortedSet<String> backends) {
    private static final Set<String> OUTPUTS = Set.of("nixos", "darwin", "homeManager", "kubernetes", "terraform");
    private static final Map<String, Set<String>> ROUTED = Map.of(
            "reverse-proxy", Set.of("nginx", "caddy", "traefik"),
            "sso", Set.of("authelia", "keycloak", "kanidm"),
            "ldap", Set.of("lldap", "openldap"),
            "backup", Set.of("restic", "borgbackup"),
            "database", Set.of("postgresql", "mysql"),
            "dns", Set.of("unbound", "dnsmasq", "coredns"),
            "pki", Set.of("step-ca", "acme"),
            "monitoring", Set.of("prometheus", "victoriametrics"),
            "secrets", Set.of("sops", "age"));

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
