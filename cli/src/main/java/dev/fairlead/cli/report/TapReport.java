package dev.fairlead.cli.report;

import dev.fairlead.cli.report.Paint.Ink;
import dev.fairlead.cli.suite.Failure;
import dev.fairlead.cli.suite.Outcome;
import dev.fairlead.cli.suite.SuiteTest;
import dev.fairlead.cli.suite.TestReport;
import java.io.PrintStream;

/** Reports tests in the Test Anything Protocol, version 14, each as soon as it is known. */
public final class TapReport implements TestReport {
    private final PrintStream out;
    private final Paint paint;
    private final boolean suites;
    private final boolean trace;
    private int number;
    private int failed;

    /**
     * @param suites whether tests are named with their suites
     * @param trace whether errors are told with all that was being computed
     */
    public TapReport(PrintStream out, Paint paint, boolean suites, boolean trace) {
        this.out = out;
        this.paint = paint;
        this.suites = suites;
        this.trace = trace;
    }

    @Override
    public void begin(int tests) {
        out.println("TAP version 14");
        out.println("1.." + tests);
        out.flush();
    }

    @Override
    public void add(Outcome outcome) {
        SuiteTest test = outcome.test();
        Failure failure = outcome.failure();
        number++;
        String name = suites ? test.suite().name() + ": " + test.name() : test.name();
        String result = failure == null ? paint.text(Ink.GOOD, "ok") : paint.text(Ink.ERROR, "not ok");
        out.println(result + " " + number + " - " + description(name));
        if (failure != null) {
            failed++;
            diagnose(test, failure);
        }
        out.flush();
    }

    private void diagnose(SuiteTest test, Failure failure) {
        out.println("  ---");
        out.println("  message: " + quoted(failure.message()));
        if (test.location() != null) {
            out.println("  at: "
                    + quoted(test.suite().name() + ":" + test.location().line() + ":"
                            + test.location().column()));
        }
        block("differences", FailureLines.differences(failure));
        block("error", FailureLines.error(failure, trace));
        out.println("  ...");
    }

    @Override
    public void end() {
        out.println("# " + Summary.plural(number, "test") + ", " + failed + " failed");
        out.flush();
    }

    /** In a description {@code #} begins a directive. */
    private static String description(String name) {
        return TerminalText.visible(name)
                .replace("\n", "␊")
                .replace("\\", "\\\\")
                .replace("#", "\\#");
    }

    /** A scalar of YAML in single quotes, which has no other special character. */
    private static String quoted(String text) {
        return "'" + TerminalText.visible(text).replace("\n", " ").replace("'", "''") + "'";
    }

    /** A literal block of YAML, which has no special characters; its lines have been made visible. */
    private void block(String key, String lines) {
        if (!lines.isEmpty()) {
            out.println("  " + key + ": |");
            // Empty lines are indented too: older readers of the protocol stop at one that is not.
            lines.lines().forEach(line -> out.println("    " + line));
        }
    }
}
