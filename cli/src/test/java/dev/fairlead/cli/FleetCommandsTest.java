package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.cli.report.Samples;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the commands that read a fleet print, and how they exit. */
final class FleetCommandsTest {
    private static final String HAS_ERRORS = "fairlead: the fleet has errors; fairlead check shows them\n";

    private static CliRun on(Resolution resolution) {
        return new CliRun((place, form) -> new Fleet(resolution, Samples.SOURCES, place));
    }

    private static Result broken(String... words) {
        return on(Samples.broken()).run(words);
    }

    private static Result sound(String... words) {
        return on(Samples.fleet(List.of())).run(words);
    }

    @Test
    void checkExitsWithOneIfThereAreErrors() {
        Result result = broken("check");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("1 error in 4 services on 2 hosts\n");
        assertThat(sound("check")).isEqualTo(new Result(0, "4 services on 2 hosts: no findings\n", ""));
    }

    @Test
    void checkExitsWithOneForWarningsOnlyIfTheyAreDenied() {
        Finding warning = Finding.of(FindingId.INERT_ASPECT, "x.").build();
        CliRun run = on(Samples.fleet(List.of(warning)));
        assertThat(run.run("check").exit()).isZero();
        assertThat(run.run("check", "--deny-warnings").exit()).isEqualTo(1);
        Finding note = Finding.of(FindingId.HOST_ASPECT, "x.").build();
        assertThat(on(Samples.fleet(List.of(note)))
                        .run("check", "--deny-warnings")
                        .exit())
                .isZero();
    }

    @Test
    void checkAsJsonExitsAlike() {
        Result result = broken("check", "--format", "json");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("{\n  \"schema\": \"fairlead/findings/1\",\n")
                .endsWith("}\n");
    }

    @Test
    void coloursAreForTerminalsUnlessToldOtherwise() {
        Resolution fleet = Samples.broken();
        assertThat(on(fleet).run("check").out()).doesNotContain("\u001b");
        assertThat(on(fleet).onTerminal().run("check").out()).contains("\u001b");
        assertThat(on(fleet).onTerminal().with("NO_COLOR", "1").run("check").out())
                .doesNotContain("\u001b");
        assertThat(on(fleet).onTerminal().with("NO_COLOR", "").run("check").out())
                .contains("\u001b");
        assertThat(on(fleet).onTerminal().with("TERM", "dumb").run("check").out())
                .doesNotContain("\u001b");
        assertThat(on(fleet)
                        .with("NO_COLOR", "1")
                        .run("check", "--color", "always")
                        .out())
                .contains("\u001b");
        assertThat(on(fleet).onTerminal().run("check", "--color=never").out()).doesNotContain("\u001b");
    }

    @Test
    void otherCommandsPrintWhatWasAskedAndSayThatThereAreErrors() {
        for (String command : List.of("resolve", "plan")) {
            Result result = broken(command);
            assertThat(result.exit()).isZero();
            assertThat(result.out()).isNotEmpty();
            assertThat(result.err()).isEqualTo(HAS_ERRORS);
            assertThat(sound(command).err()).isEmpty();
        }
        assertThat(broken("why", "dns").err()).isEqualTo(HAS_ERRORS);
    }

    @Test
    void planKnowsTheHostsOfTheFleet() {
        assertThat(sound("plan", "--host", "host:server2").out()).isEqualTo("wave 0\n  service:data-mesher\n");
        assertThat(sound("plan", "--host", "srver2"))
                .isEqualTo(new Result(2, "", "fairlead: the fleet has no host 'srver2'; did you mean server2?\n"));
    }

    @Test
    void planIsJsonToo() {
        assertThat(sound("plan", "--format", "json", "--host", "server2").out()).isEqualTo("""
                {
                  "schema": "fairlead/plan/1",
                  "plan": [
                    [
                      "service:data-mesher@server2"
                    ]
                  ],
                  "unordered": []
                }
                """);
    }

    @Test
    void aServiceMayBeNamedInShort() {
        String explained = sound("why", "service:monitoring@server1").out();
        assertThat(explained).startsWith("service:monitoring is deployed in host:server1 because\n");
        assertThat(sound("why", "monitoring").out()).isEqualTo(explained);
        assertThat(sound("why", "service:monitoring").out()).isEqualTo(explained);
        assertThat(sound("why", "monitoring@server1").out()).isEqualTo(explained);
    }

    @Test
    void aRequirementMayBeNamedAsMessagesNameIt() {
        String explained = sound("why", "monitoring", "dns").out();
        assertThat(explained).startsWith("service:monitoring requires dns (one): bound to service:dns.\n");
        assertThat(sound("why", "monitoring", "service:dns").out()).isEqualTo(explained);
        assertThat(sound("why", "monitoring", "capability:dns").out()).isEqualTo(explained);
    }

    @Test
    void aMissingServiceIsASubjectToo() {
        assertThat(broken("why", "data-mesher2").exit()).isEqualTo(2);
        Resolution without = Samples.broken();
        Resolution missing = new Resolution(
                "x",
                without.scopes(),
                without.services().subList(1, 4),
                List.of(),
                List.of(),
                List.of(),
                Coordination.NONE,
                without.findings());
        assertThat(on(missing).run("why", "data-mesher").out())
                .startsWith("service:data-mesher is deployed nowhere.\n\nerror[missing-dependency]: ");
    }

    @Test
    void whatWhyDoesNotKnowIsNamedWithWhatIsNear() {
        assertThat(sound("why", "grafna").err())
                .isEqualTo("fairlead: no service 'grafna' is deployed in the fleet; did you mean grafana?\n");
        assertThat(sound("why", "monitoring", "dsn").err())
                .isEqualTo("fairlead: service:monitoring@server1 does not require 'dsn' (it requires dns, pki);"
                        + " did you mean dns?\n");
        assertThat(sound("why", "data-mesher", "dns").err()).contains(" (it requires nothing)\n");
        assertThat(sound("why", "host:server2").err())
                .contains("host:server2 is a scope; why explains services, such as those deployed there:"
                        + " service:data-mesher@server2\n");
        assertThat(sound("why", "host:server2").exit()).isEqualTo(2);
    }

    @Test
    void aNameOfSeveralServicesIsAskedBack() {
        Resolution one = Samples.fleet(List.of());
        List<Resolution.Service> services = new ArrayList<>(one.services());
        Resolution.Service dns = services.get(1);
        services.add(new Resolution.Service(
                "service:dns[backup]@server2",
                "dns",
                "backup",
                "host:server2",
                "server2",
                "default",
                "host",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null));
        Resolution two = new Resolution(
                "x", one.scopes(), services, List.of(), List.of(), List.of(), Coordination.NONE, List.of());
        assertThat(on(two).run("why", "dns").err())
                .isEqualTo("fairlead: 'dns' may be service:dns@server1 or service:dns[backup]@server2; which one?\n");
        assertThat(on(two).run("why", "dns[backup]").exit()).isZero();
        assertThat(on(two).run("why", dns.id()).exit()).isZero();
    }
}
