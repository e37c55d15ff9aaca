package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fairlead lock}, and what other commands make of the lock. */
final class LockCommandTest {
    private static final String SERVICES = """
            den.aspects.grafana.ports.web = "auto";
            den.aspects.loki.ports.web = "auto";
            """;

    @TempDir
    private Path directory;

    private Path lock;

    @BeforeEach
    void findLock() {
        lock = directory.resolve("fairlead.lock.json");
    }

    private void fleet(String includes, String more) throws IOException {
        Files.writeString(
                directory.resolve("fleet.nix"),
                "{\nden.hosts.x86_64-linux.web1.includes = [ " + includes + " ];\n" + SERVICES + more + "}\n");
    }

    private Result run(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-C";
        all[words.length + 1] = directory.toString();
        return CliRun.whole().run(all);
    }

    @Test
    void lockWritesWhatWasChosenAndThenHasNothingToDo() throws IOException {
        fleet("\"grafana\" \"loki\"", "");
        assertThat(run("lock")).isEqualTo(new Result(0, """
                        + service:grafana@web1 ports.web: 20000
                        + service:loki@web1 ports.web: 20001
                        fairlead.lock.json: 2 ports, 2 changed
                        """, ""));
        assertThat(lock).hasContent("""
                {
                  "schema": "fairlead/lock/1",
                  "ports": {
                    "service:grafana@web1": {
                      "web": 20000
                    },
                    "service:loki@web1": {
                      "web": 20001
                    }
                  }
                }
                """);
        String unchanged = "fairlead.lock.json: 2 ports, none changed\n";
        assertThat(run("lock")).isEqualTo(new Result(0, unchanged, ""));
        assertThat(run("lock", "--check")).isEqualTo(new Result(0, unchanged, ""));
        assertThat(run("check").out()).endsWith("2 services on 1 host: no findings\n");
    }

    @Test
    void lockedPortsStayWhereTheyAreWhenServicesComeAndGo() throws IOException {
        fleet("\"loki\"", "");
        run("lock");
        fleet("\"grafana\" \"loki\"", "");
        assertThat(run("lock").out())
                .startsWith("+ service:grafana@web1 ports.web: 20001\nfairlead.lock.json: 2 ports");
        fleet("\"grafana\"", "");
        assertThat(run("lock").out()).startsWith("- service:loki@web1 ports.web: 20000\nfairlead.lock.json: 1 port, 1");
        assertThat(run("resolve").out()).contains("\"port\": 20001,");
    }

    @Test
    void checkComparesAndNothingButLockWrites() throws IOException {
        fleet("\"grafana\"", "");
        for (String command : new String[] {"check", "resolve", "plan", "diagram"}) {
            assertThat(run(command).exit()).as(command).isZero();
        }
        assertThat(run("lock", "--check").exit()).isEqualTo(1);
        assertThat(lock).doesNotExist();
        assertThat(run("check").out()).contains("note[lock-stale]: ");
    }

    @Test
    void aFixedClaimMovesALockedPort() throws IOException {
        fleet("\"grafana\"", "");
        run("lock");
        fleet("\"grafana\" \"exporter\"", "den.aspects.exporter.ports.metrics = 20000;\n");
        assertThat(run("check").out()).contains("warning[port-displaced]: ").doesNotContain("lock-stale");
        assertThat(run("lock").out()).startsWith("~ service:grafana@web1 ports.web: 20000 → 20001\n");
        assertThat(run("check").out()).endsWith("2 services on 1 host: no findings\n");
    }

    @Test
    void aFleetWithErrorsLosesNoLockedPort() throws IOException {
        fleet("\"grafana\" \"loki\"", "");
        run("lock");
        fleet("\"loki\" \"grafan\" \"other\"", "den.aspects.other.ports.web = \"auto\";\n");
        Result broken = run("lock");
        assertThat(broken.out())
                .isEqualTo("+ service:other@web1 ports.web: 20002\nfairlead.lock.json: 3 ports, 1 changed\n");
        assertThat(broken.err()).contains("the fleet has errors");
        assertThat(run("lock", "--check").exit()).isEqualTo(1);
        fleet("\"loki\" \"grafana\" \"other\"", "den.aspects.other.ports.web = \"auto\";\n");
        assertThat(run("lock", "--check").exit()).isZero();
    }

    @Test
    void aLockThatCannotBeReadIsReportedAndLeftAsItIs() throws IOException {
        fleet("\"grafana\"", "");
        for (String text : new String[] {"<<<<<<< HEAD\n{}\n", "", "{ \"schema\": \"fairlead/lock/2\" }"}) {
            Files.writeString(lock, text);
            assertThat(run("lock").exit()).isEqualTo(2);
            assertThat(run("lock", "--check").exit()).isEqualTo(2);
            assertThat(run("lock").err())
                    .startsWith("fairlead: fairlead.lock.json ")
                    .endsWith(", so it is left as it is.\n");
            assertThat(run("check").exit()).isEqualTo(1);
            assertThat(run("check").out()).contains("error[lock-damaged]: ").doesNotContain("lock-stale");
            assertThat(lock).hasContent(text);
        }
    }

    @Test
    void aFleetWithoutAutomaticPortsGetsNoLock() throws IOException {
        fleet("", "");
        assertThat(run("lock")).isEqualTo(new Result(0, "fairlead.lock.json: 0 ports, none changed\n", ""));
        assertThat(lock).doesNotExist();
    }
}
