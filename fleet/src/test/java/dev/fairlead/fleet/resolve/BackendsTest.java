package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backend a routed class has where, and who cannot go through it. */
final class BackendsTest {
    @TempDir
    private Path directory;

    private Resolution resolve(String den) {
        return WrittenFleet.resolve(directory, den);
    }

    private String messages(String den) {
        return resolve(den).findings().stream().map(Finding::message).collect(Collectors.joining("\n"));
    }

    @Test
    void theChoicesOfScopesAndServicesAreWrittenDown() {
        Resolution resolution = resolve("""
                den.fleet.backends.reverse-proxy = "caddy";
                den.environments.prod.backends = { dns = "unbound"; sso = "kanidm"; };
                den.hosts.x86_64-linux.h = { environment = "prod"; backends.dns = "dnsmasq"; includes = [ "a" ]; };
                den.aspects.a = { host, ... }: { meta.backends.backup = if host.name == "h" then "borgbackup" else "restic"; };
                """);
        assertThat(resolution.findings()).isEmpty();
        assertThat(resolution.coordination().backends())
                .hasToString("{env:prod={dns=unbound, sso=kanidm},"
                        + " fleet={reverse-proxy=caddy}, host:h={dns=dnsmasq}, service:a@h={backup=borgbackup}}");
    }

    @Test
    void theNearestChoiceDecidesWhatAServiceMustSupport() {
        String fleet = """
                den.fleet.backends.reverse-proxy = "traefik";
                den.hosts.x86_64-linux.g = { backends.reverse-proxy = "nginx"; includes = [ "a" ]; };
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.nginx = { };
                den.aspects.b = { meta.backends.reverse-proxy = "caddy"; caddy = { }; };
                """;
        assertThat(messages(fleet))
                .isEqualTo("service:a@h has content for reverse-proxy, but none for its backend traefik.");
    }

    @Test
    void contentForTheClassGoesThroughEveryBackendThatTranslates() {
        assertThat(messages("""
                den.classes.tunnel = { backend = "wireguard"; backends.tailscale = { content }: { nixos = content; }; };
                den.hosts.x86_64-linux.g = { backends.tunnel = "tailscale"; includes = [ "a" "b" ]; };
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.tunnel = { };
                den.aspects.b = { tunnel = { }; wireguard = { }; };
                """)).isEqualTo("service:a@h has content for tunnel, but none for its backend wireguard.");
    }

    @Test
    void aClassOfWhichNobodySaysTheBackendNeedsAChoice() {
        assertThat(messages("""
                den.classes.tunnel.backends.wireguard = { content }: { nixos = content; };
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a.tunnel = { };
                """)).isEqualTo("service:a has content for tunnel, for which nobody chooses a backend.");
    }

    @Test
    void oneAspectOnManyHostsIsOneFinding() {
        assertThat(messages("""
                den.fleet.backends.reverse-proxy = "caddy";
                den.hosts.x86_64-linux = lib.genAttrs [ "a" "b" "c" "d" "e" "f" "g" ] (n: { includes = [ "wiki" ]; });
                den.aspects.wiki.nginx = { };
                """))
                .isEqualTo(
                        "service:wiki@a, service:wiki@b, service:wiki@c, service:wiki@d, service:wiki@e and 2 more have"
                                + " content for reverse-proxy, but none for its backend caddy.");
    }

    @Test
    void choicesThatMakeNoSenseAreToldAndTheOthersHold() {
        Resolution resolution = resolve("""
                den.fleet.backends = { nixos = "nginx"; dnss = "unbound"; dns = "bind"; sso = 5; backup = "restic"; };
                den.environments.prod.backends = "caddy";
                den.hosts.x86_64-linux.h = { environment = "prod"; includes = [ "a" ]; };
                den.aspects.a.meta.backends.pki = "acem";
                """);
        assertThat(resolution.findings().stream().map(Finding::message).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        backends.sso of fleet must be a string, but is an integer.
                        fleet chooses the backend bind for dns, which has no such backend.
                        fleet chooses a backend for nixos, which is no routed class: its content is written out as it is.
                        fleet chooses a backend for dnss, but there is no such class.
                        backends of env:prod must be a set, but is a string.
                        service:a@h chooses the backend acem for pki, which has no such backend.""");
        assertThat(resolution.coordination().backends()).hasToString("{fleet={backup=restic}}");
    }
}
