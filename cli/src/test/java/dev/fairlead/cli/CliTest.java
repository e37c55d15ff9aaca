package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.cli.report.Samples;
import dev.fairlead.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
    private static final CliRun.Pretended NONE = (place, form) -> {
        throw new AssertionError("no fleet was to be opened");
    };

    private static Result run(String... words) {
        return new CliRun(NONE).run(words);
    }

    private static Result fault(Throwable fault) {
        CliRun.Pretended failing = (place, form) -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        };
        return new CliRun(failing).run("check");
    }

    @Test
    void helpListsTheCommands() {
        Golden.assertMatches("help/overview.txt", run("help").out());
        assertThat(run("--help")).isEqualTo(run("help"));
        assertThat(run("help").exit()).isZero();
    }

    @Test
    void eachCommandHasAPageWithAnExample() {
        for (String name : Commands.NAMES) {
            Result page = run(name, "--help");
            assertThat(page.exit()).isZero();
            assertThat(page.err()).isEmpty();
            assertThat(page.out().lines()).allMatch(line -> line.length() <= 120, name);
            Golden.assertMatches("help/" + name + ".txt", page.out());
            assertThat(run("help", name)).isEqualTo(page);
            assertThat(run("-h", name)).isEqualTo(page);
        }
    }

    @Test
    void withoutACommandTheOverviewGoesToStandardError() {
        assertThat(run()).isEqualTo(new Result(2, "", run("help").out()));
    }

    @Test
    void anUnknownCommandIsNamedWithTheNearestOne() {
        assertThat(run("chekc"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "fairlead: there is no command 'chekc'; did you mean check? (fairlead help lists them)\n"));
        assertThat(run("help", "pln").err()).isEqualTo("fairlead: there is no command 'pln'; did you mean plan?\n");
    }

    @Test
    void wrongUsageIsToldWithTheUsageOfTheCommand() {
        assertThat(run("plan", "--hots", "x")).isEqualTo(new Result(2, "", """
                        fairlead: plan knows no option --hots; did you mean --host?
                        usage: fairlead plan [DIR] [--format text|json] [--reverse] [--host H]
                        """));
        assertThat(run("why").err()).startsWith("fairlead: why needs SUBJECT\nusage: fairlead why SUBJECT [WHAT]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"render", "vars"})
    void commandsThatAreNotThereYetAreNotAccepted(String name) {
        assertThat(run(name).exit()).isEqualTo(2);
        assertThat(run("help").out()).doesNotContain("\n  " + name + " ");
    }

    @Test
    void theVersionHasTwoNames() {
        assertThat(run("version").out()).isEqualTo("fairlead (unreleased)\n");
        assertThat(run("--version")).isEqualTo(run("version"));
    }

    @Test
    void optionsMayStandBeforeTheCommand() {
        CliRun.Pretended fleets = (place, form) -> {
            assertThat(place).endsWithRaw(Path.of("some/fleet"));
            assertThat(form).isEqualTo(Fleets.Form.CLAN);
            return new Fleet(Samples.fleet(List.of()), Samples.SOURCES, place);
        };
        assertThat(new CliRun(fleets)
                        .run("-C", "some/fleet", "--from", "clan", "check")
                        .exit())
                .isZero();
        assertThat(new CliRun(fleets).run("check", "some/fleet", "--from=clan").exit())
                .isZero();
    }

    @Test
    void aFleetIsNamedOnce() {
        assertThat(run("check", "a", "-C", "b"))
                .isEqualTo(new Result(2, "", "fairlead: the fleet is named twice: a and -C b\n"));
    }

    @Test
    void inputThatCannotBeReadIsOneSentence() {
        assertThat(fault(new UnusableInputException("there is no directory x")))
                .isEqualTo(new Result(2, "", "fairlead: there is no directory x\n"));
    }

    @Test
    void ourOwnFaultsAreOneLineThatSaysWhatToReport() {
        assertThat(fault(new IllegalStateException("a\nb")))
                .isEqualTo(new Result(
                        2,
                        "",
                        "fairlead: internal error, please report it to the project with the input that led to it "
                                + "(java.lang.IllegalStateException: a b)\n"));
        assertThat(fault(new AssertionError()).err()).endsWith("(java.lang.AssertionError)\n");
    }

    @Test
    void limitsOfTheMachineAreSentencesToo() {
        assertThat(fault(new StackOverflowError()))
                .isEqualTo(new Result(2, "", "fairlead: the input is nested too deeply to be read\n"));
        assertThat(fault(new OutOfMemoryError()).err())
                .isEqualTo("fairlead: the input needs more memory than there is\n");
    }

    @Test
    void aStackTraceIsShownOnlyIfAskedFor() {
        CliRun.Pretended failing = (place, form) -> {
            throw new IllegalStateException("x");
        };
        assertThat(new CliRun(failing).with("FAIRLEAD_DEBUG", "1").run("check").err())
                .contains("\tat dev.fairlead");
        assertThat(new CliRun(failing).run("check").err()).doesNotContain("\tat ");
    }
}
