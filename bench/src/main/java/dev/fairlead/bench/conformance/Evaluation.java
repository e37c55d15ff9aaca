package dev.fairlead.bench.conformance;

import dev.fairlead.cli.report.ErrorText;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What one evaluation printed, or why it failed; every evaluation has an evaluator of its own.
 *
 * @param succeeded whether there is a value
 * @param text the printed value, or the error as Nix writes it
 */
record Evaluation(boolean succeeded, String text) {
    private static final long LIMIT_MILLISECONDS = 60_000;
    /** What Nix leaves out there; the escape character is shown as a sign. */
    private static final Pattern COLOURS = Pattern.compile("␛\\[[0-9;]*m");

    private static final Timer CLOCK = new Timer("time limits", true);

    /**
     * Evaluates and prints.
     *
     * @param printed gives what is to be printed, a byte string
     */
    static Evaluation of(Options options, Function<Evaluator, String> printed) {
        Evaluator evaluator = Nix.evaluator(options);
        TimerTask stop = new TimerTask() {
            @Override
            public void run() {
                evaluator.interrupt("it takes more than " + LIMIT_MILLISECONDS / 1000 + " seconds");
            }
        };
        CLOCK.schedule(stop, LIMIT_MILLISECONDS);
        try {
            return new Evaluation(true, Bytes.decode(evaluator.run(() -> printed.apply(evaluator))));
        } catch (EvalException | SyntaxException failure) {
            return new Evaluation(false, error(failure, evaluator.sources()));
        } finally {
            stop.cancel();
        }
    }

    /** The error with all that was being done, as Nix writes it where standard error is no terminal. */
    static String error(RuntimeException failure, Sources sources) {
        String text = new ErrorText(sources, Paint.PLAIN).of(failure, true);
        return COLOURS.matcher(text).replaceAll("");
    }

    /** The last message of the error: what went wrong, without what was being done. */
    String lastMessage() {
        return lastMessage(text);
    }

    /** The last line of an error that begins a message. */
    static String lastMessage(String error) {
        return error.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("error:") && line.length() > "error:".length())
                .reduce("", (_, later) -> later);
    }
}
