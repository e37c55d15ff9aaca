package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differences of fleets in files. */
final class DiffCommandTest {
    private static final String OLD = """
            {
              den.environments.prod = { };
              den.hosts.x86_64-linux.gateway = {
                environment = "prod";
                tags = [ "edge" ];
                includes = [ "caddy" "dns" "backup" ];
              };
              den.hosts.x86_64-linux.web1 = { environment = "prod"; includes = [ "grafana" ]; };
              den.hosts.x86_64-linux.old = { includes = [ "mail" ]; };
              den.aspects.caddy.meta.provides.http-proxy.visibility = "environment";
              den.aspects.dns.meta.provides.dns.visibility = "environment";
              den.aspects.grafana = { meta.requires = [ "http-proxy" "dns" ]; ports.http = 3000; };
              den.aspects.backup.meta.requires = [ "dns" ];
              den.aspects.mail = { meta.provides = [ "smtp" ]; ports.smtp = 25; };
            }
            """;

    @TempDir
    Path directory;

    private String fleet(String name, String text) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("fleet.nix"), text);
        return folder.toString();
    }

    private static Result diff(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "diff";
        System.arraycopy(words, 0, all, 1, words.length);
        return CliRun.whole().run(all);
    }

    private String changed() {
        return OLD.replace("[ \"grafana\" ]", "[ \"grafana\" \"nginx\" ]")
                .replace("[ \"caddy\" \"dns\" \"backup\" ]", "[ \"caddy\" \"unbound\" ]")
                .replace(
                        "den.aspects.dns.",
                        "den.aspects.nginx.meta.provides = [ \"http-proxy\" ];\n  den.aspects.unbound.")
                .replace(
                        "x86_64-linux.old = { includes = [ \"mail\" ]",
                        "x86_64-linux.new = { includes = [ \"mail\" \"backup\" ]")
                .replace("\"edge\"", "\"edge\" \"public\"")
                .replace("ports.http = 3000", "ports.http = 3001");
    }

    @Test
    void everythingThatIsDifferentIsToldOnce() throws IOException {
        String before = fleet("before", OLD);
        String after = fleet("after", changed());
        Result text = diff(before, after);
        assertThat(text.exit()).isZero();
        Golden.assertMatches("difference/changed.txt", text.out().replace(directory + "/", ""));
        Golden.assertMatches(
                "difference/changed.json",
                diff(before, after, "--format", "json").out());
        Golden.assertMatches(
                "difference/changed.md",
                diff(before, after, "--format", "markdown").out().replace(directory + "/", ""));
    }

    @Test
    void aFileThatResolveWroteIsAsGoodAsTheFleet() throws IOException {
        String before = fleet("before", OLD);
        String after = fleet("after", changed());
        Path file = directory.resolve("before.json");
        Files.writeString(file, CliRun.whole().run("resolve", before).out());
        assertThat(diff(file.toString(), after, "--format=json").out())
                .isEqualTo(diff(before, after, "--format=json").out());
        assertThat(diff(file.toString(), before, "--exit-code").out()).endsWith("\nno difference\n");
    }

    @Test
    void theExitCodeTellsWhetherTheyDifferIfAsked() throws IOException {
        String before = fleet("before", OLD);
        String after = fleet("after", changed());
        assertThat(diff(before, after, "--exit-code").exit()).isEqualTo(1);
        assertThat(diff(before, before, "--exit-code").exit()).isZero();
        String moved = fleet("moved", "# moved\n" + OLD);
        assertThat(diff(before, moved, "--exit-code").exit()).isZero();
    }

    @Test
    void whatIsNoFleetAndNoResolutionIsRefused() throws IOException {
        String before = fleet("before", OLD);
        Path file = directory.resolve("x.json");
        Files.writeString(file, "{ \"schema\": \"fairlead/resolution/2\" }");
        assertThat(diff(before, file.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "fairlead: " + file + " is of a later version of Fairlead (it is fairlead/resolution/2, this"
                                + " version reads fairlead/resolution/1)\n"));
        assertThat(diff(before, directory.resolve("nowhere").toString()).exit()).isEqualTo(2);
        assertThat(diff(before).err()).startsWith("fairlead: diff needs NEW\n");
    }
}
