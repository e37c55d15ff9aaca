package dev.fairlead.testing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.opentest4j.TestAbortedException;

/**
 * Checks a statement for many random values, inside an ordinary test.
 *
 * <pre>{@code
 * Property.forAll(Gen.ints(0, 9).list(20), list -> assertThat(reversed(reversed(list))).isEqualTo(list));
 * }</pre>
 *
 * <p>The seed is fixed, so a run is repeatable; a failure shows it with the smallest value found that fails. To search
 * further: {@code -Dproperty.seed=N -Dproperty.tries=N}. Where only the failure counts and not what is smallest, such as in
 * mutation testing, {@code -Dproperty.shrinks=0} saves thousands of runs of the statement.
 */
public final class Property {
    private static final long SEED = 20_251_122;
    private static final int TRIES = 200;
    private static final int SHRINKS = 5_000;
    /** Discarding more cases than this for each one kept means that the generator does not fit the condition. */
    private static final int DISCARDS = 20;

    private final long seed;
    private final int tries;

    private Property(long seed, int tries) {
        this.seed = seed;
        this.tries = tries;
    }

    /** A statement about a value: throws if it does not hold. */
    @FunctionalInterface
    public interface Statement<T> {
        void check(T value) throws Throwable;
    }

    /** A statement about two values: throws if it does not hold. */
    @FunctionalInterface
    public interface Statement2<A, B> {
        void check(A first, B second) throws Throwable;
    }

    /** Thrown by {@link #assume}: this value is not one that the statement is about. */
    static final class Discarded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Discarded() {
            super("discarded", null, false, false);
        }
    }

    private record Pair<A, B>(A first, B second) {
        @Override
        public String toString() {
            return show(first) + "\n       and " + show(second);
        }
    }

    private record Seen(Object value, Throwable thrown) {}

    /** Checks {@code statement} for {@value #TRIES} values. */
    public static <T> void forAll(Gen<T> values, Statement<? super T> statement) {
        tries(TRIES).check(values, statement);
    }

    /** Checks {@code statement} for {@value #TRIES} pairs of values. */
    public static <A, B> void forAll(Gen<A> first, Gen<B> second, Statement2<? super A, ? super B> statement) {
        tries(TRIES).check(first, second, statement);
    }

    /** A check of {@code tries} values, for statements that are cheap or dear. {@code -Dproperty.tries} overrides it. */
    public static Property tries(int tries) {
        return new Property(Long.getLong("property.seed", SEED), Integer.getInteger("property.tries", tries));
    }

    /** The same check with another seed. */
    public Property seed(long other) {
        return new Property(other, tries);
    }

    /** Inside a statement: passes over this value unless {@code condition} holds. */
    public static void assume(boolean condition) {
        if (!condition) {
            throw new Discarded();
        }
    }

    public <A, B> void check(Gen<A> first, Gen<B> second, Statement2<? super A, ? super B> statement) {
        Gen<Pair<A, B>> pairs = choices -> new Pair<>(first.draw(choices), second.draw(choices));
        check(pairs, pair -> statement.check(pair.first(), pair.second()));
    }

    /** Fails with the smallest value found for which {@code statement} throws. A statement that skips, skips the test. */
    public <T> void check(Gen<T> values, Statement<? super T> statement) {
        SplittableRandom random = new SplittableRandom(seed);
        int kept = 0;
        for (int drawn = 0; kept < tries; drawn++) {
            if (drawn > tries * DISCARDS) {
                throw new AssertionError("only " + kept + " of " + drawn + " values were kept; the generator should"
                        + " make values that the statement is about (seed " + seed + ")");
            }
            Choices choices = Choices.random(random.split());
            Optional<Seen> seen;
            try {
                seen = run(values, statement, choices);
            } catch (Discarded notAbout) {
                continue;
            }
            kept++;
            if (seen.isPresent()) {
                throw falsified(values, statement, new Shrinker.Failing<>(choices.made(), seen.get()), kept);
            }
        }
    }

    private <T> AssertionError falsified(
            Gen<T> values, Statement<? super T> statement, Shrinker.Failing<Seen> first, int kept) {
        int shrinks = Integer.getInteger("property.shrinks", SHRINKS);
        Shrinker<Seen> shrinker = new Shrinker<>(shrinks, first, list -> {
            Choices choices = Choices.replay(list);
            try {
                return run(values, statement, choices).map(seen -> new Shrinker.Failing<>(choices.made(), seen));
            } catch (Discarded | TestAbortedException notAbout) {
                return Optional.empty();
            }
        });
        Seen least = shrinker.shrink().seen();
        String message = "does not hold for value " + kept + " of " + tries + " (seed " + seed + ", repeat with"
                + " -Dproperty.seed=" + seed + ")\n  smallest: " + show(least.value())
                + "\n  first:    " + show(first.seen().value())
                + "\n  shrunk in " + shrinker.steps() + " steps; it throws " + least.thrown();
        return new AssertionError(message, least.thrown());
    }

    private static <T> Optional<Seen> run(Gen<T> values, Statement<? super T> statement, Choices choices) {
        T value = values.draw(choices);
        try {
            statement.check(value);
            return Optional.empty();
        } catch (Discarded | TestAbortedException | OutOfMemoryError notAFailure) {
            throw notAFailure;
        } catch (Throwable failure) {
            return Optional.of(new Seen(Objects.requireNonNullElse(value, "null"), failure));
        }
    }

    private static String show(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case List<?> list -> list.stream().map(Property::show).toList().toString();
            default -> String.valueOf(value);
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(point) || Character.getType(point) == Character.LINE_SEPARATOR) {
                        quoted.append("\\u%04x".formatted(point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
