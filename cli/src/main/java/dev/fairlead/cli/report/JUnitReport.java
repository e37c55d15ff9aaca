package dev.fairlead.cli.report;

import static dev.fairlead.cli.report.XmlText.attribute;
import static dev.fairlead.cli.report.XmlText.escaped;

import dev.fairlead.cli.suite.Failure;
import dev.fairlead.cli.suite.Outcome;
import dev.fairlead.cli.suite.Suite;
import dev.fairlead.cli.suite.SuiteTest;
import dev.fairlead.cli.suite.TestReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports tests in the XML of JUnit, which build servers read: when all are done, because it begins with their counts.
 * It has no times, so that equal results are equal text.
 */
public final class JUnitReport implements TestReport {
    private final PrintStream out;
    private final boolean trace;
    private final Map<Suite, List<Outcome>> suites = new LinkedHashMap<>();

    /** @param trace whether errors are told with all that was being computed */
    public JUnitReport(PrintStream out, boolean trace) {
        this.out = out;
        this.trace = trace;
    }

    @Override
    public void begin(int tests) {
        // Nothing is written before the end.
    }

    @Override
    public void add(Outcome outcome) {
        suites.computeIfAbsent(outcome.test().suite(), _ -> new ArrayList<>()).add(outcome);
    }

    @Override
    public void end() {
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        List<Outcome> all = suites.values().stream().flatMap(List::stream).toList();
        out.println("<testsuites name=\"fairlead\"" + counts(all) + ">");
        suites.forEach((suite, outcomes) -> {
            out.println("  <testsuite" + attribute("name", suite.name()) + counts(outcomes) + ">");
            outcomes.forEach(this::test);
            out.println("  </testsuite>");
        });
        out.println("</testsuites>");
        out.flush();
    }

    private static String counts(List<Outcome> outcomes) {
        long errors = outcomes.stream().filter(JUnitReport::isError).count();
        long failures = outcomes.stream()
                .filter(each -> each.failure() != null && !isError(each))
                .count();
        return " tests=\"" + outcomes.size() + "\" failures=\"" + failures + "\" errors=\"" + errors + "\"";
    }

    /** A failure is a result that is not as expected; that there is no result is an error. */
    private static boolean isError(Outcome outcome) {
        return outcome.failure() != null && outcome.failure().error() != null;
    }

    private void test(Outcome outcome) {
        SuiteTest test = outcome.test();
        Failure failure = outcome.failure();
        StringBuilder line = new StringBuilder("    <testcase");
        line.append(attribute("classname", test.suite().name()))
                .append(attribute("name", test.name()))
                .append(attribute("file", test.suite().name()));
        if (test.location() != null) {
            line.append(attribute("line", Integer.toString(test.location().line())));
        }
        if (failure == null) {
            out.println(line.append("/>"));
            return;
        }
        out.println(line.append('>'));
        String element = isError(outcome) ? "error" : "failure";
        String detail = FailureLines.differences(failure) + FailureLines.error(failure, trace);
        out.println("      <" + element + attribute("message", failure.message())
                + (detail.isEmpty() ? "/>" : ">" + escaped(detail.stripTrailing()) + "</" + element + ">"));
        out.println("    </testcase>");
    }
}
