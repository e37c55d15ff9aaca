package dev.fairlead.fleet.channel;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.IntValue;
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
        FILTER("a function of an item"),
        /** {@code value: value}. */
        MAP("a function of an item"),
        /** {@code true}, or {@code value: key}. */
        UNIQUE("a Boolean or a function of an item"),
        /** {@code true}, or {@code a: b: bool}, whether one comes before the other. */
        SORT("a Boolean or a function of two items"),
        /** A number. */
        LIMIT("an integer"),
        /** {@code { init; op = result: value: result; }}, which makes one value of all. */
        FOLD("a set with init and op");

        private final String text = name().toLowerCase(Locale.ROOT);
        private final String argument;

        Kind(String argument) {
            this.argument = argument;
        }

        /** What it must be given, as messages say it. */
        String argument() {
            return argument;
        }

        /** Whether it can work with a forced value. */
        boolean takes(Value value) {
            return switch (this) {
                case FILTER, MAP -> value instanceof FunctionValue;
                case UNIQUE, SORT -> value instanceof BoolValue || value instanceof FunctionValue;
                case LIMIT -> value instanceof IntValue;
                case FOLD -> value instanceof AttrsValue;
            };
        }

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
