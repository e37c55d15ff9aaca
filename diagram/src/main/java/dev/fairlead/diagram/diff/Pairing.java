package dev.fairlead.diagram.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/** Finds which of some things is which of some others, where that is beyond doubt. The same in both directions. */
final class Pairing {
    /** Scopes are the same if more than half of what is in either is in both. */
    private static final double LIKE = 0.5;

    private Pairing() {}

    /** Pairs of one and another with equal keys, where no second of either has that key; what has none is in no pair. */
    static <T, K> Map<T, T> unique(
            List<T> ones, List<T> others, Function<T, @Nullable K> one, Function<T, @Nullable K> other) {
        Map<K, List<T>> first = grouped(ones, one);
        Map<K, List<T>> second = grouped(others, other);
        Map<T, T> pairs = new LinkedHashMap<>();
        first.forEach((key, candidates) -> {
            List<T> matching = second.getOrDefault(key, List.of());
            if (candidates.size() == 1 && matching.size() == 1) {
                pairs.put(candidates.getFirst(), matching.getFirst());
            }
        });
        return pairs;
    }

    private static <T, K> Map<K, List<T>> grouped(List<T> values, Function<T, @Nullable K> key) {
        Map<K, List<T>> groups = new LinkedHashMap<>();
        for (T value : values) {
            K group = key.apply(value);
            if (group != null) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(value);
            }
        }
        return groups;
    }

    /** Pairs of two that are more like each other than either is like any other. Costs a comparison for each two. */
    static <T> Map<T, T> likest(List<T> ones, List<T> others, ToDoubleBiFunction<T, T> likeness) {
        Map<T, T> best = best(ones, others, likeness);
        Map<T, T> back = best(others, ones, (other, one) -> likeness.applyAsDouble(one, other));
        best.entrySet().removeIf(pair -> !pair.getKey().equals(back.get(pair.getValue())));
        return best;
    }

    private static <T> Map<T, T> best(List<T> ones, List<T> others, ToDoubleBiFunction<T, T> likeness) {
        Map<T, T> best = new HashMap<>();
        for (T one : ones) {
            double highest = LIKE;
            for (T other : others) {
                double like = likeness.applyAsDouble(one, other);
                if (like > highest) {
                    highest = like;
                    best.put(one, other);
                } else if (like == highest) {
                    best.remove(one);
                }
            }
        }
        return best;
    }
}
