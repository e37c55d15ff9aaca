package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.cli.git.GitRepository;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void whatIsKeptOutWhatRulesAskForAndWhatIsSaidIsCompared() throws IOException {
        String text = """
                { actions, ... }:
                {
                  den.hosts.x86_64-linux.h = { address = "10.0.0.1"; includes = [ "a" "b" "c" ]; };
                  den.aspects.a.nixos = { host, ... }: { listen = host.address; };
                  den.aspects.b.nixos = { pkgs, ... }: { package = pkgs.hello; };
                  den.aspects.c = { };
                  den.rules.mark = { on = "host"; produce = host: actions.tag "marked"; };
                }
                """;
        String before = fleet("before", text);
        assertThat(diff(before, fleet("same", text.replace("package = pkgs", "package =\n    # said\n  pkgs")))
                        .out())
                .endsWith("\nno difference\n");
        String after = fleet(
                "after",
                text.replace("listen =", "address =")
                        .replace("pkgs.hello", "pkgs.jq")
                        .replace("\"c\" ]", "\"c\" ]; excludes = [ \"c\" ]")
                        .replace("\"marked\"", "\"seen\""));
        Golden.assertMatches("difference/content.txt", diff(before, after).out().replace(directory + "/", ""));
        String perhaps = fleet("perhaps", text.replace("pkgs.hello", "pkgs.jq"));
        assertThat(diff(before, perhaps).out())
                .endsWith("\noutputs\n  ~ nixos of host:h perhaps, because of service:b@h"
                        + " (compared as written: the target decides the rest)\n");
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

    @Test
    void revisionsAreComparedAndNothingIsLeftBehind() throws IOException {
        GitRepository repository = new GitRepository(directory.resolve("repo")).commit("fleet/fleet.nix", OLD);
        repository.git("tag", "v1");
        repository.commit("fleet/fleet.nix", changed());
        String fleet = directory.resolve("repo/fleet").toString();
        Set<Path> before = temporary();
        String expected = diff(fleet("before", OLD), fleet, "--format", "json").out();
        assertThat(diff("-C", fleet, "git:v1", fleet, "--format=json").out())
                .isEqualTo(expected.replace("\"fleet\": \"before\"", "\"fleet\": \"fleet\""));
        assertThat(diff("-C", fleet, "git:v1", "git:HEAD:fleet", "--format=json"))
                .isEqualTo(diff("-C", fleet, "git:HEAD~1", "--format=json"));
        assertThat(diff("-C", fleet, "git:HEAD", "--exit-code").exit()).isZero();
        Result check = CliRun.whole().run("check", "-C", "git:v1");
        assertThat(check.exit()).as(check.err()).isEqualTo(2);
        assertThat(temporary()).isEqualTo(before);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("fairlead-[0-9]+"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatIsNoRevisionIsOneSentence() throws IOException {
        String fleet = fleet("alone", OLD);
        assertThat(diff("-C", fleet, "git:HEAD"))
                .isEqualTo(new Result(
                        2, "", "fairlead: 'git:HEAD' needs a Git repository, and " + fleet + " is in none\n"));
        new GitRepository(directory.resolve("repo")).commit("x", "");
        assertThat(diff("-C", directory.resolve("repo").toString(), "git:HEAD", fleet)
                        .err())
                .isEqualTo(
                        "fairlead: git:HEAD is not a fleet: it has neither fleet.nix nor .nix files below modules.\n");
        assertThat(CliRun.whole().run("lock", "-C", "git:HEAD").err())
                .isEqualTo("fairlead: 'git:HEAD' is a revision, which nothing can be written to\n");
    }

    @Test
    void whatChangedSinceTheDeploymentIsTold() throws IOException {
        String fleet = fleet("home", OLD);
        assertThat(diff("--since-deployed", fleet))
                .isEqualTo(new Result(
                        2,
                        "",
                        "fairlead: there is no deployed snapshot in " + fleet
                                + "; fairlead snapshot --deployed keeps one\n"));
        Result kept = CliRun.whole().run("snapshot", fleet, "--deployed");
        assertThat(kept.out()).matches("[0-9a-f]{12}  home: 5 services, 3 hosts, 0 errors  \\(deployed\\)\n");
        assertThat(diff("-C", fleet, "--since-deployed", "--exit-code").exit()).isZero();
        Files.writeString(directory.resolve("home/fleet.nix"), changed());
        assertThat(CliRun.whole().run("snapshot", fleet).exit()).isZero();
        Result since = diff("--since-deployed", fleet, "--exit-code", "--format=json");
        assertThat(since.exit()).isEqualTo(1);
        assertThat(since.out())
                .isEqualTo(diff("-C", fleet, "snapshot:deployed", "snapshot:latest", "--format=json")
                        .out());
        assertThat(CliRun.whole().run("snapshot", fleet, "--list").out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("1 error"),
                        line -> assertThat(line).endsWith("(deployed)"));
    }

    @Test
    void aFleetIsComparedWithOneFleet() throws IOException {
        String fleet = fleet("home", OLD);
        assertThat(diff("--since-deployed", fleet, "-C", fleet).err()).contains("is named twice");
        assertThat(diff("--since-deployed", fleet, fleet).err()).contains("is one too many");
        assertThat(CliRun.whole().run("snapshot", "--list", "--deployed").exit())
                .isEqualTo(2);
    }

    /** A fleet of many services, each with a port and a setting. */
    private static String many(int count, int first) {
        var text = new StringBuilder("{\n  den.hosts.x86_64-linux.h.includes = [\n");
        for (int i = 0; i < count; i++) {
            text.append(" \"s").append(i).append('"');
        }
        text.append(" ];\n");
        for (int i = 0; i < count; i++) {
            text.append("  den.aspects.s%1$d = { ports.main = %2$d; meta.provides = [ \"c%1$d\" ];"
                    .formatted(i, first + i));
            text.append(" settings = { lib, ... }: { options.p = lib.mkOption { default = %d; }; }; };\n"
                    .formatted(first + i));
        }
        return text.append("}\n").toString();
    }

    @Test
    void markdownFitsACommentWhateverTheDifference() throws IOException {
        String before = fleet("few", many(1, 1000));
        String after = fleet("many", many(900, 2000));
        String all = diff(before, after, "--format=markdown").out();
        assertThat(all.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(65_536);
        assertThat(all).hasSizeGreaterThan(60_000).contains("```mermaid\n", "| services | 899 added |");
        assertThat(all).containsPattern("\n[0-9]+ more are left out, as a comment has no room for more;");
        for (String section : List.of("services", "settings", "ports", "outputs")) {
            if (all.contains("| " + section + " |")) {
                assertThat(all).containsPattern("<summary>" + section + "</summary>\n\n- ");
            }
        }
        long told = all.lines()
                .filter(line -> line.startsWith("- added: service:s") && !line.contains(" main"))
                .count();
        assertThat(told).isBetween(100L, 898L);
    }

    @Test
    void theSummaryOfALargeDifferenceFitsAScreen() throws IOException {
        String out = diff(fleet("few", many(1, 1000)), fleet("many", many(900, 2000)))
                .out();
        List<String> summary = out.lines().takeWhile(line -> !line.isEmpty()).toList();
        assertThat(summary).hasSizeLessThan(24).allMatch(line -> line.length() <= 120);
    }

    @Test
    void aPageHasTheSummaryAndThePictureAndNothingFromElsewhere() throws IOException {
        String before = fleet("before", OLD);
        String hostile = changed().replace("\"nginx\"", "nginx").replace("nginx", "\"<img src=x onerror=alert(1)>\"");
        String after = fleet("after", hostile);
        String page = diff(before, after, "--format", "html").out();
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("default-src 'none'", "<svg ", "<h2>services</h2>", "&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContainPattern("<(script|img|link|iframe|object|a) |url\\(|@import");
        assertThat(page.split("<svg ", -1)).hasSize(2);
    }

    @Test
    void aDifferenceIsDrawnInEveryFormatThatDraws() throws IOException {
        String before = fleet("before", OLD);
        String after = fleet("after", changed());
        for (String format : List.of("mermaid", "svg", "dot", "plantuml", "c4-plantuml", "structurizr")) {
            Result drawn = diff(before, after, "--format", format);
            assertThat(drawn.exit()).as(drawn.err()).isZero();
            assertThat(drawn.out()).contains("added", "removed", "moved", "renamed");
        }
        Path file = directory.resolve("d.svg");
        assertThat(diff(before, after, "--format", "svg", "-o", file.toString()).out())
                .isEmpty();
        assertThat(file).content().startsWith("<svg ");
        assertThat(diff(before, after, "--format", "json", "-o", file.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(diff(before, before, "--format", "mermaid").out()).contains("Nothing is different.");
    }

    @Test
    void anyViewIsDrawnWithWhatChangedOnly() throws IOException {
        String before = fleet("before", OLD);
        String after = fleet("after", changed());
        Result ports =
                CliRun.whole().run("diagram", after, "--changed-since", before, "--view", "ports", "--format", "text");
        assertThat(ports.out()).contains("3000 (−removed)", "3001 (+added)");
        assertThat(CliRun.whole()
                        .run("diagram", after, "--changed-since", after, "--format", "text")
                        .out())
                .contains("note: Nothing is different.");
        Result wrong = CliRun.whole().run("diagram", after, "--changed-since", "nowhere");
        assertThat(wrong.exit()).isEqualTo(2);
        Path folder = directory.resolve("all");
        assertThat(CliRun.whole()
                        .run("diagram", after, "--changed-since", before, "--all", "--out", folder.toString())
                        .exit())
                .isZero();
        assertThat(folder.resolve("matrix.txt")).content().contains("+×");
    }
}
