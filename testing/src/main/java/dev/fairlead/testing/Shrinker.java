package dev.fairlead.testing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a simpler list of choices that still fails: shorter first, then smaller from the left.
 *
 * <p>Greedy, to a fixed point or a number of trials: leave out runs of choices (an element, a branch), set runs to
 * 0, lower single choices by halving.
 *
 * @param <F> what is known of a failure
 */
final class Shrinker<F> {
    /** A failing case: its choices and what was seen. Never compared, so the array is no trap. */
    @SuppressWarnings("ArrayRecordComponent")
    record Failing<F>(long[] choices, F seen) {}

    private final int budget;
    private final Function<long[], Optional<Failing<F>>> trial;
    private Failing<F> best;
    private int trials;
    private int steps;

    /**
     * @param budget how many trials are made at most
     * @param first a failing case
     * @param trial replays choices and gives back those that were really used if the case still fails
     */
    Shrinker(int budget, Failing<F> first, Function<long[], Optional<Failing<F>>> trial) {
        this.budget = budget;
        this.best = first;
        this.trial = trial;
    }

    Failing<F> shrink() {
        int before;
        do {
            before = steps;
            // Every small length: an element is as many choices as its generator makes.
            for (int length = 64; length >= 1; length = length > 8 ? length / 2 : length - 1) {
                leaveOut(length);
            }
            setToZero();
            lower();
        } while (steps > before && trials < budget);
        return best;
    }

    int steps() {
        return steps;
    }

    private void leaveOut(int length) {
        for (int at = best.choices().length - length; at >= 0; at--) {
            if (at + length > best.choices().length) {
                continue;
            }
            long[] from = best.choices();
            long[] shorter = Arrays.copyOf(from, from.length - length);
            System.arraycopy(from, at + length, shorter, at, from.length - at - length);
            if (!attempt(shorter) && at > 0 && from[at - 1] > 0) {
                // A count before the run may have to go down with it.
                shorter[at - 1]--;
                attempt(shorter);
            }
        }
    }

    private void setToZero() {
        for (int length = 8; length >= 2; length /= 2) {
            for (int at = 0; at + length <= best.choices().length; at++) {
                long[] simpler = best.choices().clone();
                Arrays.fill(simpler, at, at + length, 0);
                attempt(simpler);
            }
        }
    }

    private void lower() {
        for (int at = 0; at < best.choices().length; at++) {
            if (best.choices()[at] == 0 || attempt(with(at, 0))) {
                continue;
            }
            // Invariant: low passes (or cannot be built), the choice fails.
            long low = 0;
            while (at < best.choices().length && best.choices()[at] - low > 1) {
                long middle = low + (best.choices()[at] - low) / 2;
                if (!attempt(with(at, middle))) {
                    low = middle;
                }
            }
        }
    }

    private long[] with(int at, long choice) {
        long[] simpler = best.choices().clone();
        simpler[at] = choice;
        return simpler;
    }

    private boolean attempt(long[] choices) {
        if (trials++ >= budget || !simpler(choices, best.choices())) {
            return false;
        }
        Optional<Failing<F>> failing = trial.apply(choices);
        if (failing.isPresent() && simpler(failing.get().choices(), best.choices())) {
            best = failing.get();
            steps++;
            return true;
        }
        return false;
    }

    private static boolean simpler(long[] a, long[] b) {
        return a.length != b.length ? a.length < b.length : Arrays.compare(a, b) < 0;
    }
}
