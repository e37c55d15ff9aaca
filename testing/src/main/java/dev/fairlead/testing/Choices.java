package dev.fairlead.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The sequence of choices from which a {@link Gen} builds one value.
 *
 * <p>A run is recorded as its list of numbers, each in {@code [0, bound)} with 0 the simplest, and the same list
 * replayed builds the same value. So {@link Shrinker} simplifies lists of numbers and never has to know how a value is
 * made (the idea of Hypothesis: MacIver and Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020).
 */
public final class Choices {
    /** A value built from more choices than this is no test case but a generator that does not end. */
    private static final int LIMIT = 1 << 20;

    private final RandomGenerator random;
    private final long[] replayed;
    private final List<Long> made = new ArrayList<>();
    private final boolean replaying;

    private Choices(RandomGenerator random, long[] replayed, boolean replaying) {
        this.random = random;
        this.replayed = replayed;
        this.replaying = replaying;
    }

    static Choices random(RandomGenerator random) {
        return new Choices(random, new long[0], false);
    }

    /** Choices beyond the end of {@code choices} are 0; those too large for their bound are cut to it. */
    static Choices replay(long[] choices) {
        return new Choices(RandomGenerator.getDefault(), choices, true);
    }

    /** A number in {@code [0, bound)}; 0 is what shrinking heads for. */
    public long below(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound);
        }
        return record(replaying ? Math.min(next(), bound - 1) : random.nextLong(bound));
    }

    /** True about once in {@code oneIn} times; shrinks to false. */
    public boolean chance(int oneIn) {
        return flip(random.nextInt(oneIn) == 0);
    }

    /** False about once in {@code oneIn} times; shrinks to false. */
    public boolean unless(int oneIn) {
        return flip(random.nextInt(oneIn) != 0);
    }

    private boolean flip(boolean random) {
        return record(replaying ? Math.min(next(), 1) : random ? 1 : 0) == 1;
    }

    long[] made() {
        return made.stream().mapToLong(Long::longValue).toArray();
    }

    private long next() {
        return made.size() < replayed.length ? replayed[made.size()] : 0;
    }

    private long record(long choice) {
        if (made.size() == LIMIT) {
            throw new IllegalStateException("a generator made " + LIMIT + " choices for one value; does it end?");
        }
        made.add(choice);
        return choice;
    }
}
