package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.diagram.view.View;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shells make of our scripts. */
final class CompletionCommandTest {
    @TempDir
    Path directory;

    private Path script = Path.of("");

    @BeforeEach
    void files() throws IOException {
        script = directory.resolve("script");
        Files.createDirectories(directory.resolve("fleets/home"));
    }

    private void write(String shell) throws IOException {
        Result printed = CliRun.whole().run("completion", shell);
        assertThat(printed.exit()).as(printed.err()).isZero();
        Files.writeString(script, printed.out());
    }

    /** What Bash offers for the last of some words, split as Bash splits them. */
    private List<String> bash(String... words) {
        String program = "set -u; source \"$0\"; COMP_WORDS=(fairlead \"$@\"); COMP_CWORD=$#; _fairlead; "
                + "printf '%s\\n' ${COMPREPLY[@]+\"${COMPREPLY[@]}\"}";
        var arguments = new ArrayList<>(List.of("--norc", "-c", program, script.toString()));
        arguments.addAll(List.of(words));
        Program.Output output = Tools.require("bash", "bash")
                .run(directory, "", Duration.ofSeconds(30), arguments)
                .expectSuccess();
        assertThat(output.stderr()).isEmpty();
        return output.stdout().lines().filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void bashCompletesCommandsOptionsAndTheirValues() throws IOException {
        write("bash");
        assertThat(bash("di")).containsExactly("diff", "diagram");
        assertThat(bash("")).containsExactlyElementsOf(Commands.NAMES);
        assertThat(bash("-C", "somewhere", "che")).containsExactly("check");
        assertThat(bash("diagram", "--view", "ch")).containsExactly("chain", "channels", "channel-sequence");
        assertThat(bash("diagram", "--view", "")).containsExactlyElementsOf(View.names());
        assertThat(bash("check", "--format", "=", "s")).containsExactly("sarif");
        assertThat(bash("check", "--format", "=")).contains("text", "json");
        assertThat(bash("explain", "missing-d")).containsExactly("missing-dependency");
        assertThat(bash("help", "pl")).containsExactly("plan");
        assertThat(bash("completion", "")).containsExactly("bash", "zsh", "fish");
        assertThat(bash("diff", "--exi")).containsExactly("--exit-code");
        assertThat(bash("check", "--baseline", "")).as("left to file names").isEmpty();
        assertThat(bash("check", "fl")).as("left to file names").isEmpty();
        assertThat(bash("no-such-command", "")).isEmpty();
    }

    @Test
    void bashKnowsEveryOptionOfEveryCommand() throws IOException {
        write("bash");
        for (String name : Commands.NAMES) {
            Synopsis synopsis = Commands.get(name).synopsis();
            assertThat(bash(name, "-"))
                    .containsExactlyInAnyOrderElementsOf(
                            synopsis.allOptions().stream().map(Option::name).toList());
        }
    }

    /** Through the real machinery, with a terminal's worth of Readline left out. */
    @Test
    void bashCompletesFileNamesWhereNothingElseFits() throws IOException {
        write("bash");
        Program.Output output = Tools.require("bash", "bash")
                .run(
                        directory,
                        "",
                        Duration.ofSeconds(30),
                        List.of("--norc", "-c", "source \"$0\"; complete -p fairlead", script.toString()))
                .expectSuccess();
        assertThat(output.stdout()).contains("-o bashdefault", "-o default", "-F _fairlead fairlead");
    }

    @Test
    void zshTakesTheScript() throws IOException {
        Program zsh = Tools.require("zsh", "zsh");
        write("zsh");
        Program.Output ignored = zsh.run(directory, "", Duration.ofSeconds(30), List.of("-f", "-n", script.toString()))
                .expectSuccess();
        String program = "autoload -Uz compinit; compinit -u -D; source $0; print -- ${_comps[fairlead]}";
        Program.Output loaded = zsh.run(
                        directory, "", Duration.ofSeconds(30), List.of("-f", "-c", program, script.toString()))
                .expectSuccess();
        assertThat(loaded.stdout()).isEqualTo("_fairlead\n");
    }

    @Test
    void fishCompletesCommandsOptionsAndTheirValues() throws IOException {
        Program fish = Tools.require("fish", "fish");
        write("fish");
        for (List<String> each : List.of(
                List.of("fairlead di", "diagram"),
                List.of("fairlead check --format s", "sarif"),
                List.of("fairlead explain missing-d", "missing-dependency"),
                List.of("fairlead diff --e", "--exit-code"))) {
            Program.Output output = fish.run(
                            directory,
                            "",
                            Duration.ofSeconds(30),
                            List.of("--no-config", "-c", "source " + script + "; complete -C '" + each.get(0) + "'"))
                    .expectSuccess();
            assertThat(output.stdout()).contains(each.get(1));
        }
    }

    @Test
    void aShellThatThereIsNoScriptForIsNamed() {
        assertThat(CliRun.whole().run("completion", "bsh"))
                .isEqualTo(new Result(
                        2, "", "fairlead: there is no completion for 'bsh'; did you mean bash? (bash, zsh, fish)\n"));
    }
}
