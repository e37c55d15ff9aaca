package dev.fairlead.cli.report;

import dev.fairlead.cli.suite.Failure;
import dev.fairlead.cli.suite.Failure.EvaluationError;
import dev.fairlead.cli.suite.ValueDifference;
import java.util.List;

/** What reports say of a failed test besides its sentence. */
final class FailureLines {
    /** More differences are counted, not told. */
    private static final int MOST_DIFFERENCES = 10;

    private FailureLines() {}

    /** One line for each difference: {@code a.b: found 1, expected 2}. Empty if there are none. */
    static String differences(Failure failure) {
        List<ValueDifference> all = failure.differences();
        StringBuilder lines = new StringBuilder();
        for (ValueDifference difference : all.subList(0, Math.min(MOST_DIFFERENCES, all.size()))) {
            lines.append(TerminalText.visible(difference.path() + ": " + difference.sentence()))
                    .append('\n');
        }
        if (all.size() > MOST_DIFFERENCES) {
            lines.append("and ").append(all.size() - MOST_DIFFERENCES).append(" more\n");
        }
        return lines.toString();
    }

    /** The failure of the evaluation as {@code fairlead eval} shows it; empty if there is none. */
    static String error(Failure failure, boolean trace) {
        EvaluationError error = failure.error();
        return error == null ? "" : new ErrorText(error.sources(), Paint.PLAIN).of(error.failure(), trace);
    }
}
