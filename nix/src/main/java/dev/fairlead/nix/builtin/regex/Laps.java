package dev.fairlead.nix.builtin.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each counted repeat has been entered at the current position, as numbers for the vectors that occur.
 *
 * <p>A loop whose body matches the empty string could go round for ever. libstdc++ allows each repeat two rounds at
 * one position, and what groups hold afterwards depends on it ({@code match "(a*)*" "a"} is {@code [ "" ]}). Only
 * repeats with such a body, in such a loop, need counting: few patterns have any.
 */
final class Laps {
    /** The vector before anything was entered. */
    static final int NONE = 0;

    /** Returned when a repeat has had its rounds. */
    static final int EXHAUSTED = -1;

    private static final int ROUNDS = 2;
    private static final int MOST_VECTORS = 1 << 14;

    private final List<String> vectors = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Laps(int counted) {
        number("\0".repeat(counted));
    }

    /** The vector after one more round of a repeat. */
    int enter(int vector, int repeat) {
        char[] rounds = vectors.get(vector).toCharArray();
        if (rounds[repeat] == ROUNDS) {
            return EXHAUSTED;
        }
        rounds[repeat]++;
        return number(new String(rounds));
    }

    private int number(String vector) {
        Integer known = numbers.get(vector);
        if (known != null) {
            return known;
        }
        if (vectors.size() == MOST_VECTORS) {
            throw InvalidRegexException.tooLarge("too many loops that match the empty string are nested");
        }
        vectors.add(vector);
        numbers.put(vector, vectors.size() - 1);
        return vectors.size() - 1;
    }
}
