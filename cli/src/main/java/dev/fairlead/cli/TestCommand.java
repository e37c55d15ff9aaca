package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.report.JUnitReport;
import dev.fairlead.cli.report.TapReport;
import dev.fairlead.cli.suite.Outcome;
import dev.fairlead.cli.suite.Suite;
import dev.fairlead.cli.suite.SuiteFiles;
import dev.fairlead.cli.suite.SuiteRunner;
import dev.fairlead.cli.suite.TestReport;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code fairlead test}: runs suites of tests written in Nix, in the form of nix-unit. */
final class TestCommand implements Command {
    private static final Option FORMAT =
            Option.choice("--format", List.of("tap", "junit"), "the form of the output (tap)");
    private static final Option TIMEOUT = Option.of("--timeout", "SECONDS", "how long each test may take (60)");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);
    private static final Symbol LIB = Symbol.of("lib");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "test",
                "runs tests written in Nix",
                List.of(Operand.required("PATH", "a suite, or a directory: all suites in it")),
                List.of(
                        FORMAT,
                        EvaluationOptions.ATTRIBUTE,
                        EvaluationOptions.ARG,
                        EvaluationOptions.ARGSTR,
                        EvaluationOptions.INCLUDE,
                        EvaluationOptions.IMPURE,
                        EvaluationOptions.DIRECTORY,
                        TIMEOUT,
                        EvaluationOptions.SHOW_TRACE),
                StandardOptions.ofEvaluation(),
                "fairlead test examples/tests");
    }

    @Override
    public int run(Call call) {
        Arguments arguments = call.arguments();
        EvaluationOptions given = new EvaluationOptions(call);
        Duration timeout = EvaluationOptions.seconds(arguments, TIMEOUT);
        Path path = given.path(arguments.required(0));
        boolean directory = Files.isDirectory(path);
        List<Path> files = directory ? filesBelow(path) : List.of(existing(path));
        AttributeWalk walk = new AttributeWalk(arguments.value(EvaluationOptions.ATTRIBUTE));
        List<Suite> suites =
                files.stream().map(file -> suite(file, walk, given)).toList();
        boolean trace = arguments.has(EvaluationOptions.SHOW_TRACE);
        Tally tally = new Tally(
                arguments.choice(FORMAT).equals("junit")
                        ? new JUnitReport(call.console().out(), trace)
                        : new TapReport(call.console().out(), call.paint(), directory, trace));
        SuiteRunner.run(suites, timeout == null ? DEFAULT_TIMEOUT : timeout, tally);
        if (tally.tests == 0) {
            call.console().complain("there are no tests in " + path);
            return ExitCode.UNUSABLE;
        }
        return tally.failed > 0 ? ExitCode.ERRORS : ExitCode.DONE;
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new UnusableInputException("there is no file or directory " + file);
        }
        return file;
    }

    private static List<Path> filesBelow(Path directory) {
        try {
            return SuiteFiles.below(directory);
        } catch (IOException unreadable) {
            throw new UnusableInputException(directory + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Suite suite(Path file, AttributeWalk walk, EvaluationOptions given) {
        Path start = given.directory();
        Path folder = file.getParent();
        Options options = given.options(folder == null ? List.of() : List.of(folder));
        return new Suite(
                (file.startsWith(start) ? start.relativize(file) : file).toString(),
                walk.names(),
                () -> Nix.evaluator(options),
                evaluator -> {
                    AutoCall functions =
                            new AutoCall(arguments(given, evaluator).build());
                    return functions.result(walk.from(evaluator.evalFile(file), functions));
                });
    }

    /** What suites that are functions get: the arguments of the command line, and {@code lib}. */
    private static AttrsBuilder arguments(EvaluationOptions given, Evaluator evaluator) {
        return given.arguments(evaluator).add(LIB, new Promise() {
            @Override
            protected Value compute() {
                return Lib.of(evaluator);
            }
        });
    }

    /** Counts what it passes on. */
    private static final class Tally implements TestReport {
        private final TestReport report;
        private int tests;
        private int failed;

        Tally(TestReport report) {
            this.report = report;
        }

        @Override
        public void begin(int count) {
            tests = count;
            report.begin(count);
        }

        @Override
        public void add(Outcome outcome) {
            failed += outcome.failure() == null ? 0 : 1;
            report.add(outcome);
        }

        @Override
        public void end() {
            report.end();
        }
    }
}
