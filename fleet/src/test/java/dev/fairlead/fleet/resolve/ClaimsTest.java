package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services claim of their hosts, in whole fleets of a few lines. */
final class ClaimsTest {
    @TempDir
    private Path directory;

    private Resolution resolve(String den) {
        return resolve(den, new Locked.Absent());
    }

    private Resolution resolve(String den, Locked locked) {
        return new WrittenFleet(directory).den(den).resolve(locked);
    }

    private static String messages(Resolution resolution) {
        return resolution.findings().stream()
                .filter(finding -> !finding.id().text().equals("lock-stale"))
                .map(Finding::message)
                .collect(Collectors.joining("\n"));
    }

    private static String claims(Resolution resolution) {
        return resolution.coordination().claims().stream().map(ClaimsTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(PortClaim claim) {
        String ports = claim.from() == claim.to() ? "" + claim.from() : claim.from() + "-" + claim.to();
        return claim.host() + " " + claim.protocol() + " " + ports + " " + claim.bind() + " " + claim.by() + " "
                + claim.name() + (claim.open() ? " public" : "") + (claim.isAutomatic() ? " auto" : "");
    }

    @Test
    void everyFormOfAPortIsAClaim() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a.ports = {
                  plain = 80;
                  full = { port = 53; protocol = "udp"; bind = "10.0.0.1"; public = true; };
                  many = { range = { from = 6000; to = 6010; }; };
                  chosen = "auto";
                  chosenToo = { port = "auto"; };
                };
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(claims(resolution)).isEqualTo("""
                h udp 53 10.0.0.1 service:a@h full public
                h tcp 80 0.0.0.0 service:a@h plain
                h tcp 6000-6010 0.0.0.0 service:a@h many
                h tcp 20000 0.0.0.0 service:a@h chosen auto
                h tcp 20001 0.0.0.0 service:a@h chosenToo auto""");
    }

    @Test
    void twoServicesThatClaimOnePortOfAHostAreOneFindingOnEachHost() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux = lib.genAttrs [ "web1" "web2" ] (n: { includes = [ "nginx" "caddy" "apache" ]; }) // {
                  web3.includes = [ "caddy" ];
                };
                den.aspects.nginx.ports.http = 80;
                den.aspects.caddy.ports.http = 80;
                den.aspects.apache.ports.http = 80;
                """);
        assertThat(messages(resolution)).isEqualTo("""
                Port 80 claimed by service:apache@web1, service:caddy@web1, service:nginx@web1 on host:web1.
                Port 80 claimed by service:apache@web2, service:caddy@web2, service:nginx@web2 on host:web2.""");
    }

    @Test
    void aServiceOfAUserTakesPortsOfTheHost() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h = { includes = [ "web" ]; users.alice.includes = [ "mine" ]; };
                den.aspects.web.ports.http = 8080;
                den.aspects.mine.ports.http = 8080;
                """);
        assertThat(messages(resolution)).isEqualTo("Port 8080 claimed by service:mine, service:web on host:h.");
    }

    @Test
    void aServiceMayCollideWithItself() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a.ports = { one = 80; other.range = { from = 79; to = 82; }; third = 82; };
                """);
        assertThat(messages(resolution)).isEqualTo("Ports 80, 82 claimed 3 times by service:a on host:h.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        0                            | den.aspects.a.ports.p is 0, but ports are 1 to 65535.
        65536                        | den.aspects.a.ports.p is 65536, but ports are 1 to 65535.
        -1                           | den.aspects.a.ports.p is -1, but ports are 1 to 65535.
        80.0                         | den.aspects.a.ports.p must be a number, "auto" or a set, but is a float.
        "80"                         | den.aspects.a.ports.p is "80", but must be a number, "auto" or a set.
        [ 80 ]                       | den.aspects.a.ports.p must be a number, "auto" or a set, but is a list.
        { }                          | den.aspects.a.ports.p has neither port nor range, and must have one.
        { port = 1; range = { from = 1; to = 2; }; } | den.aspects.a.ports.p has both port and range, and must have one.
        { range = { from = 2; }; }   | den.aspects.a.ports.p.range must have both from and to.
        { range = { from = 2; to = 1; }; } | den.aspects.a.ports.p.range goes from 2 to 1, which is no port at all.
        { range = { from = 1; to = 65536; }; } | den.aspects.a.ports.p.range.to is 65536, but ports are 1 to 65535.
        { range = "auto"; }          | den.aspects.a.ports.p.range must be a set, but is a string.
        { port = 1; protocol = "TCP"; } | den.aspects.a.ports.p.protocol is "TCP", but must be one of dccp, sctp, tcp, udp.
        { port = 1; bind = "localhost"; } | den.aspects.a.ports.p.bind is "localhost", which is no IP address and not "*".
        { port = 1; public = 1; }    | den.aspects.a.ports.p.public must be a Boolean, but is an integer.
        { port = 1; bin = "::"; }    | den.aspects.a.ports.p.bin is not an attribute that Fairlead knows.
        throw "no"                   | no.
        """)
    void aPortThatMakesNoSenseIsOneFindingAndTheOthersAreStillClaimed(String port, String message) {
        Resolution resolution = resolve("den.hosts.x86_64-linux = { g.includes = [ \"a\" ]; h.includes = [ \"a\" ]; };"
                + " den.aspects.a.ports = { p = " + port + "; q = 99; };");
        assertThat(messages(resolution)).isEqualTo(message);
        assertThat(claims(resolution)).contains("g tcp 99 ").contains("h tcp 99 ");
    }

    @Test
    void aFacetThatIsNoSetAndOneThatFailsAreOneFindingEach() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" "c" ];
                den.aspects.a.ports = 80;
                den.aspects.b.ports = throw "no ports today";
                den.aspects.c.ports.http = 80;
                """);
        assertThat(messages(resolution))
                .isEqualTo("den.aspects.a.ports must be a set, but is an integer.\nno ports today.");
        assertThat(claims(resolution)).isEqualTo("h tcp 80 0.0.0.0 service:c@h http");
    }

    @Test
    void facetsReadNumbersThatAreChosenAndRanges() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a = { ports, ... }: {
                  ports = { web = "auto"; fixed = 81; many.range = { from = 1; to = 2; }; };
                  meta.provides.x = { inherit (ports) web fixed; last = ports.many.to; };
                };
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution
                        .service("service:a@h")
                        .orElseThrow()
                        .provides()
                        .getFirst()
                        .data()
                        .toString())
                .contains("web=Whole[value=20000]", "fixed=Whole[value=81]", "last=Whole[value=2]");
    }

    @Test
    void portsMayBeComputedFromOtherPortsButNotFromThemselves() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a = { ports, ... }: { ports = { http = 80; https = ports.http + 363; }; };
                den.aspects.b = { ports, ... }: { ports = { http = ports.http; }; };
                """);
        assertThat(messages(resolution)).isEqualTo("A value depends on itself: computing it leads back here.");
        assertThat(claims(resolution))
                .isEqualTo("h tcp 80 0.0.0.0 service:a@h http\nh tcp 443 0.0.0.0 service:a@h https");
    }

    @Test
    void whatServicesThereAreMayNotDependOnPorts() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a = { ports, ... }: {
                  ports.http = 80;
                  includes = if ports.http == 80 then [ ] else [ "b" ];
                };
                """);
        assertThat(resolution.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id().text()).isEqualTo("value-cycle"));
    }

    @Test
    void aPortThatCouldNotBeReadMakesNoSecondFindingWhereItIsUsed() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a = { ports, ... }: {
                  ports.http = "htp";
                  ports.other = ports.http;
                };
                """);
        assertThat(resolution.findings()).hasSize(1);
    }

    @Test
    void numbersComeFromTheRangeOfTheFleetOnEachHostAnew() {
        Resolution resolution = resolve("""
                den.fleet.ports.auto = { from = 100; to = 101; };
                den.hosts.x86_64-linux = lib.genAttrs [ "g" "h" ] (n: { includes = [ "a" "b" ]; });
                den.aspects.a.ports.p = "auto";
                den.aspects.b.ports.p = "auto";
                """);
        assertThat(claims(resolution)).isEqualTo("""
                g tcp 100 0.0.0.0 service:a@g p auto
                g tcp 101 0.0.0.0 service:b@g p auto
                h tcp 100 0.0.0.0 service:a@h p auto
                h tcp 101 0.0.0.0 service:b@h p auto""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        { auto = 5; }                       | den.fleet.ports.auto must be a set, but is an integer.
        { auto = { from = 5; to = 3; }; }   | den.fleet.ports.auto goes from 5 to 3, which is no port at all.
        { auto = { from = 5; }; }           | den.fleet.ports.auto must have both from and to.
        { auot = { }; }                     | den.fleet.ports.auot is not an attribute that Fairlead knows.
        5                                   | den.fleet.ports must be a set, but is an integer.
        """)
    void aRangeThatMakesNoSenseIsOneFindingAndTheDefaultIsTaken(String range, String message) {
        Resolution resolution = resolve("den.fleet.ports = " + range
                + "; den.hosts.x86_64-linux.h.includes = [ \"a\" ];" + " den.aspects.a.ports.p = \"auto\";");
        assertThat(messages(resolution)).isEqualTo(message);
        assertThat(claims(resolution)).isEqualTo("h tcp 20000 0.0.0.0 service:a@h p auto");
    }

    @Test
    void lockedNumbersAreKeptEvenWhereLowerOnesAreFree() {
        var lock = new Lock(new TreeMap<>(Map.of("service:b@h", new TreeMap<>(Map.of("p", 20_005)))));
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" "b" ];
                den.aspects.a.ports.p = "auto";
                den.aspects.b.ports.p = "auto";
                """, new Locked.Present(lock));
        assertThat(claims(resolution))
                .isEqualTo("h tcp 20000 0.0.0.0 service:a@h p auto\nh tcp 20005 0.0.0.0 service:b@h p auto");
    }

    private static String state(Resolution resolution) {
        return resolution.coordination().state().stream()
                .map(claim -> claim.service() + " " + claim.coveredBy())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void stateIsCoveredByThoseWhoReadItAndReportedWhereNobodyDoes() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux = { g.includes = [ "a" "b" "cache" "backup" "other" ]; h.includes = [ "a" ]; };
                den.aspects.a.state.paths = [ "/a" ];
                den.aspects.b.state = { host, ... }: { databases = [ host.name ]; };
                den.aspects.cache.state = { paths = [ "/c" ]; backup = false; };
                den.aspects.backup.nixos = { pipes, ... }: { paths = map (t: t.paths) pipes.backup-targets; };
                den.aspects.other.pipe.mine = { gather = sel.name "b"; channel = "databases"; };
                """.replace("sel.name", "(name: { _selector = \"name\"; value = name; })"));
        assertThat(messages(resolution)).isEqualTo("service:a@h keeps state that no backup reads.");
        assertThat(state(resolution)).isEqualTo("""
                service:a@g [service:backup@g]
                service:a@h []
                service:b@g [service:backup@g, service:other@g]
                service:cache@g []""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        [ "/a" ]                     | den.aspects.a.state must be a set, but is a list.
        { paths = "/a"; }            | den.aspects.a.state.paths must be a list, but is a string.
        { paths = [ 5 ]; }           | item 1 of den.aspects.a.state.paths must be a string, but is an integer.
        { path = [ "/a" ]; }         | den.aspects.a.state.path is not an attribute that Fairlead knows.
        { paths = [ ]; backup = 0; } | den.aspects.a.state.backup must be a Boolean, but is an integer.
        throw "no"                   | no.
        """)
    void stateThatMakesNoSenseIsOneFindingBesidesThatNobodyReadsIt(String state, String message) {
        Resolution resolution =
                resolve("den.hosts.x86_64-linux.h.includes = [ \"a\" ]; den.aspects.a.state = " + state + ";");
        assertThat(resolution.findings().stream()
                        .filter(finding -> !finding.id().text().equals("uncovered-state"))
                        .map(Finding::message))
                .containsExactly(message);
    }

    private static String layers(Resolution resolution) {
        return resolution.coordination().claims().stream()
                .map(claim -> claim.by() + " " + claim.name() + " " + claim.layer() + " " + claim.location())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aClaimKnowsTheLayerOfTheOneSettingItsNumberWasComputedFrom() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h = {
                  environment = "prod";
                  settings.b = { enable = true; tls.port = 3; };
                  includes = [ "a" "b" "c" "d" { aspect = "a"; instance = "i"; settings.port = 4; } ];
                };
                den.environments.prod.settings.a.port = 1;
                den.aspects.a.settings.port = lib.mkOption { default = 9; };
                den.aspects.a.ports = { settings, instance, ... }: {
                  p = settings.port;
                  q = if instance == null then 2 else 22;
                };
                den.aspects.b = { settings, lib, ... }: {
                  settings.enable = lib.mkOption { default = false; };
                  settings.tls = lib.mkOption { default = { }; };
                  settings.low = lib.mkOption { default = 5; };
                  ports = lib.optionalAttrs settings.enable { p = settings.tls.port; low.port = settings.low; };
                };
                den.aspects.c.ports.p = { host, ... }: host.settings.a.port + 10;
                den.aspects.d.ports.p = { host, ... }: host.settings.a.port + host.settings.b.low;
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(layers(resolution)).isEqualTo("""
                service:a@h p env:prod fleet.nix:8:1
                service:a@h q null fleet.nix:12:3
                service:a[i]@h p include fleet.nix:6:64
                service:a[i]@h q null fleet.nix:12:3
                service:b@h low default fleet.nix:17:33
                service:b@h p host:h fleet.nix:5:33
                service:c@h p env:prod fleet.nix:8:1
                service:d@h p null fleet.nix:21:1""");
    }

    @Test
    void aPortThatIsAFunctionOfContextDiffersFromHostToHost() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux = { g = { n = 1; includes = [ "a" ]; }; h = { n = 2; includes = [ "a" ]; }; };
                den.aspects.a.ports.p = { host, ... }: host.n;
                den.aspects.a.ports.q = { host, ... }: { port = host.n + 10; };
                den.aspects.a.ports.r = { port = { host, ... }: host.n + 20; };
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(resolution.coordination().claims().stream().map(claim -> claim.host() + claim.from()))
                .containsExactly("g1", "g11", "g21", "h2", "h12", "h22");
    }

    @Test
    void aRuleMayGiveAPortItsNumber() {
        Resolution resolution = resolve("""
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a = { ports, ... }: { ports.web = "auto"; meta.provides.x.port = ports.web; };
                den.rules.web = {
                  on = "service";
                  produce = service: { _action = "allocate"; value = { port = "web"; number = 8443; }; };
                };
                """);
        assertThat(messages(resolution)).isEmpty();
        assertThat(claims(resolution)).isEqualTo("h tcp 8443 0.0.0.0 service:a@h web");
        assertThat(layers(resolution)).startsWith("service:a@h web rule:web fleet.nix:5:");
    }

    @Test
    void ofTwoRulesThatGiveAPortNumbersTheHigherPriorityDecidesAndEqualOnesConflict() {
        String fleet = """
                den.hosts.x86_64-linux.h.includes = [ "a" ];
                den.aspects.a.ports.web = "auto";
                den.rules = lib.mapAttrs (name: rule: {
                  on = "service";
                  inherit (rule) priority;
                  produce = service: { _action = "allocate"; value = { port = "web"; inherit (rule) number; }; };
                }) {
                  one = { priority = 1; number = 1001; };
                  two = { priority = 2; number = 1002; };
                  three = { priority = PRIORITY; number = 1003; };
                };
                """;
        assertThat(claims(resolve(fleet.replace("PRIORITY", "0")))).isEqualTo("h tcp 1002 0.0.0.0 service:a@h web");
        assertThat(messages(resolve(fleet.replace("PRIORITY", "0")))).isEmpty();
        assertThat(messages(resolve(fleet.replace("PRIORITY", "2"))))
                .isEqualTo("rule:three and rule:two give ports.web of service:a@h different numbers with the same"
                        + " priority.");
    }
}
