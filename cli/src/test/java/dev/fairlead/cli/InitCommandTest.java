package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {
    @TempDir
    Path directory;

    private static Result run(String... words) {
        return CliRun.whole().run(words);
    }

    @Test
    void whatItWritesChecksCleanly() {
        String fleet = directory.resolve("new/fleet").toString();
        Result init = run("init", fleet);
        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(run("check", fleet, "--deny-warnings"))
                .isEqualTo(new Result(0, "3 services on 2 hosts: no findings\n", ""));
    }

    @Test
    void whatItSaysToTypeNextWorks() {
        String fleet = directory.resolve("fleet").toString();
        Result init = run("init", fleet);
        assertThat(init.out().lines().filter(line -> line.startsWith("  fairlead ")))
                .hasSize(3)
                .allSatisfy(line -> {
                    String command = line.strip().split("  ", 2)[0];
                    Result next = run(command.substring("fairlead ".length()).split(" ", -1));
                    assertThat(next.exit()).as(next.err()).isZero();
                    assertThat(next.err()).isEmpty();
                });
    }

    @Test
    void aFleetWithoutItsProxyTellsWhoMissesIt() throws IOException {
        Path fleet = directory.resolve("fleet");
        Result init = run("init", fleet.toString());
        assertThat(init.exit()).isZero();
        String text = Files.readString(fleet.resolve("fleet.nix"));
        Files.writeString(fleet.resolve("fleet.nix"), text.replace("[ den.aspects.proxy ]", "[ ]"));
        assertThat(run("check", fleet.toString()).out()).contains("service:web imports capability:http-proxy");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path fleet = Files.createDirectories(directory.resolve("fleet"));
        Files.writeString(fleet.resolve("fleet.nix"), "{ }");
        Result init = run("init", fleet.toString());
        assertThat(init)
                .isEqualTo(new Result(
                        2,
                        "",
                        "fairlead: " + fleet + " has a fleet.nix already; init writes only where there is no fleet\n"));
        assertThat(fleet).isDirectoryNotContaining(file -> file.endsWith("modules"));
        assertThat(fleet.resolve("fleet.nix")).hasContent("{ }");
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(run("init", file.toString()).exit()).isEqualTo(2);
    }
}
