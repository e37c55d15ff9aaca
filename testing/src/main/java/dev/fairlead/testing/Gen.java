package dev.fairlead.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A generator of random values, for {@link Property}. Any function of {@link Choices} is one, and its values shrink
 * without more being written; give the simplest alternative first.
 *
 * <p>A generator must be a function of its choices: no state, no clock, no other source of chance.
 */
@FunctionalInterface
public interface Gen<T> {
    T draw(Choices choices);

    default <R> Gen<R> map(Function<? super T, ? extends R> function) {
        return choices -> function.apply(draw(choices));
    }

    /** A generator that depends on a generated value, such as a graph's edges on its size. */
    default <R> Gen<R> flatMap(Function<? super T, ? extends Gen<? extends R>> function) {
        return choices -> function.apply(draw(choices)).draw(choices);
    }

    /** Only values that satisfy {@code condition}; the case is discarded after 100 that do not. */
    default Gen<T> filter(Predicate<? super T> condition) {
        return choices -> {
            for (int attempt = 0; attempt < 100; attempt++) {
                T value = draw(choices);
                if (condition.test(value)) {
                    return value;
                }
            }
            throw new Property.Discarded();
        };
    }

    /** Lists of 0 to {@code max} values. */
    default Gen<List<T>> list(int max) {
        return list(0, max);
    }

    /** Lists of {@code min} to {@code max} values, half of the range long on average or shorter. */
    default Gen<List<T>> list(int min, int max) {
        int mean = Math.max(1, (max - min + 1) / 2);
        return choices -> {
            List<T> values = new ArrayList<>();
            // One choice before each element, not one for the length: leaving out an element then leaves the rest
            // alone.
            while (values.size() < min || (values.size() < max && choices.unless(mean + 1))) {
                values.add(draw(choices));
            }
            return values;
        };
    }

    static <T> Gen<T> constant(T value) {
        return choices -> value;
    }

    /** Whole numbers from {@code low} to {@code high}, both included; shrinks to the one nearest to 0. */
    static Gen<Long> longs(long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException(low + " > " + high);
        }
        long origin = Math.clamp(0, low, high);
        return choices -> {
            // Near the origin first: small numbers collide, and collisions are where the faults are.
            boolean wide = choices.chance(3);
            boolean down = origin > low && (origin == high || choices.chance(2));
            long room = down ? origin - low : high - origin;
            // The distance of the two ends may not fit a long; then the last quarter is never drawn, which is harmless.
            long reach = room < 0 || room == Long.MAX_VALUE ? Long.MAX_VALUE - 1 : room;
            long distance = choices.below(wide ? reach + 1 : Math.min(reach, 15) + 1);
            return down ? origin - distance : origin + distance;
        };
    }

    /** As {@link #longs(long, long)}. */
    static Gen<Integer> ints(int low, int high) {
        return longs(low, high).map(Long::intValue);
    }

    /** Shrinks to false. */
    static Gen<Boolean> booleans() {
        return choices -> choices.below(2) == 1;
    }

    /** Finite and special values, with many that look the same in print; shrinks to 0. */
    static Gen<Double> doubles() {
        return oneOf(
                longs(-1000, 1000).map(whole -> whole / 4.0),
                elements(-0.0, 1e15, 1e16, 1e22, -1e-7, Double.MIN_VALUE, Double.MAX_VALUE),
                longs(Long.MIN_VALUE, Long.MAX_VALUE).map(Double::longBitsToDouble),
                elements(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN));
    }

    /** One of {@code values}; shrinks to the first. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> elements(T... values) {
        return elements(List.of(values));
    }

    /** One of {@code values}; shrinks to the first. */
    static <T> Gen<T> elements(List<? extends T> values) {
        List<T> copy = List.copyOf(values);
        return choices -> copy.get((int) choices.below(copy.size()));
    }

    /** A value of one of the generators; shrinks to the first. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> oneOf(Gen<? extends T>... generators) {
        List<Gen<? extends T>> copy = List.of(generators);
        return choices -> copy.get((int) choices.below(copy.size())).draw(choices);
    }

    /**
     * A generator of nested values: {@code leaf}, or what {@code branch} makes of the generator of parts.
     *
     * @param depth how deep branches may be nested
     */
    static <T> Gen<T> nested(
            int depth, Gen<? extends T> leaf, Function<? super Gen<T>, ? extends Gen<? extends T>> branch) {
        if (depth == 0) {
            return leaf::draw;
        }
        Gen<T> parts = lazy(() -> nested(depth - 1, leaf, branch));
        return oneOf(leaf, branch.apply(parts));
    }

    /** A generator that is made when first needed, so that it may refer to itself. */
    static <T> Gen<T> lazy(Supplier<? extends Gen<T>> generator) {
        return choices -> generator.get().draw(choices);
    }

    /** Strings of up to {@code max} of the characters of {@code alphabet}; shrinks to its first and to fewer. */
    static Gen<String> strings(String alphabet, int max) {
        List<Integer> characters = alphabet.codePoints().boxed().toList();
        return elements(characters).list(max).map(points -> {
            StringBuilder text = new StringBuilder();
            points.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    /** Strings with what breaks quoting: quotes, escapes, dollars, line ends, braces, other planes of Unicode. */
    static Gen<String> nastyStrings(int max) {
        return strings("ab \"'\\$\n\r\t{}[]()<>&;:#/*-_.=,|`~é漢😀\u0001\u007f\u2028", max);
    }

    /** Maps of up to {@code max} entries in the order drawn. */
    static <K, V> Gen<Map<K, V>> maps(Gen<? extends K> keys, Gen<? extends V> values, int max) {
        Gen<Map.Entry<K, V>> entry = choices -> Map.entry(keys.draw(choices), values.draw(choices));
        return entry.list(max).map(entries -> {
            Map<K, V> map = new LinkedHashMap<>();
            entries.forEach(each -> map.put(each.getKey(), each.getValue()));
            return map;
        });
    }
}
