package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeatureOptionsTest {
    private static final String ON = "--extra-experimental-features";
    private static final String PIPES = "pipe-operators";

    @TempDir
    Path directory;

    private static Result run(String... words) {
        return CliRun.whole().run(words);
    }

    private String file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void pipesAreRefusedWithTheWordsOfNixUntilTheyAreAskedFor() {
        assertThat(run("eval", "-E", "1 |> (x: x + 1)")).isEqualTo(new Result(1, "", """
                error: experimental Nix feature 'pipe-operators' is disabled; \
                add '--extra-experimental-features pipe-operators' to enable it
                       at «string»:1:3:
                            1| 1 |> (x: x + 1)
                             |   ^
                """));
        assertThat(run("eval", ON, PIPES, "-E", "1 |> (x: x + 1)")).isEqualTo(new Result(0, "2\n", ""));
        assertThat(run("eval", "--parse", ON, PIPES, "-E", "(x: x) <| 1").out()).isEqualTo("((x: x) 1)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval --experimental-features pipe-operators -E 1|>(x:[x])",
                "eval --extra-experimental-features=pipe-operators -E 1|>(x:[x])",
                "--extra-experimental-features pipe-operators eval -E 1|>(x:[x])",
                "eval --extra-experimental-features flakes --extra-experimental-features pipe-operators -E 1|>(x:[x])",
            })
    void itIsAskedForAsNixIsAsked(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(new Result(0, "[ 1 ]\n", ""));
    }

    @Test
    void manyFeaturesAreNamedAtOnceAsInItsConfiguration() {
        assertThat(run("eval", ON, " nix-command  flakes\tpipe-operators ", "-E", "1 |> (x: x)"))
                .isEqualTo(new Result(0, "1\n", ""));
    }

    @Test
    void aNameThatMeansNothingIsToldAndPassedOver() {
        assertThat(run("eval", ON, "pipe-operator", "-E", "1"))
                .isEqualTo(new Result(
                        0,
                        "1\n",
                        "fairlead: --extra-experimental-features: there is no feature 'pipe-operator' here;"
                                + " did you mean pipe-operators? (pipe-operators, parse-toml-timestamps)\n"));
    }

    @Test
    void filesThatAreImportedMayUseThemToo() throws IOException {
        file("b.nix", "x: x |> (y: y + 1)");
        String importing = file("a.nix", "import ./b.nix 1");
        assertThat(run("eval", importing).err()).contains("b.nix:1:6:");
        assertThat(run("eval", importing, ON, PIPES)).isEqualTo(new Result(0, "2\n", ""));
    }

    @Test
    void suitesOfTestsMayUseThem() throws IOException {
        String suite = file("suite.nix", "{ testPipe = { expr = 1 |> (x: x + 1); expected = 2; }; }");
        assertThat(run("test", suite).exit()).isEqualTo(1);
        assertThat(run("test", suite, ON, PIPES).exit()).isZero();
    }

    @Test
    void fleetsMayUseThemInEveryCommandThatReadsOne() throws IOException {
        file("fleet.nix", """
                { den.hosts.x86_64-linux.web = { }; den.aspects = "blog" |> (name: { ${name} = { }; }); }
                """);
        String fleet = directory.toString();
        assertThat(run("check", fleet).out()).contains("experimental Nix feature 'pipe-operators' is disabled");
        for (String command : new String[] {"check", "resolve", "plan", "diagram"}) {
            Result result = run(command, fleet, ON, PIPES);
            assertThat(result.exit()).as(command).isZero();
            assertThat(result.out()).as(command).doesNotContain("pipe-operators");
        }
        assertThat(run("diff", fleet, fleet, ON, PIPES).exit()).isZero();
        assertThat(run("whatif", "-C", fleet, "--without", "host:web", ON, PIPES)
                        .err())
                .doesNotContain("pipe-operators");
    }
}
