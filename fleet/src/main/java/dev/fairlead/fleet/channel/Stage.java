package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something done to the items of a gather.
 *
 * @param argument a cell: what stands at the stage's name
 * @param position where that is written
 */
record Stage(
        Kind kind, Value argument, int position, @Nullable Place location) {
    /** The kinds of stages, in the order they run unless a list of stages says otherwise. */
    enum Kind {
        /** {@code value: bool}. */
        FILTER,
        /** {@code value: value}. */
        MAP,
        /** {@code true}, or {@code value: key}. */
        UNIQUE,
        /** {@code true}, or {@code a: b: bool}, whether one comes before the other. */
        SORT,
        /** A number. */
        LIMIT,
        /** {@code { init; op = result: value: result; }}, which makes one value of all. */
        FOLD;

        private final String text = name().toLowerCase(Locale.ROOT);

        /** As declarations spell it. */
        String text() {
            return text;
        }

        /** As declarations spell them, in order. */
        static final List<String> NAMES =
                Arrays.stream(values()).map(Kind::text).toList();

        static @Nullable Kind parse(String text) {
            int index = NAMES.indexOf(text);
            return index < 0 ? null : values()[index];
        }
    }
}
