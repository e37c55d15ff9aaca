package dev.fairlead.nix.builtin.regex;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search of {@link Search} as plainly as it can be said: it walks the tree of the pattern, remembers nothing and
 * may take exponential time. Of bounded repetitions it knows only {@code ?} inside loops.
 */
final class NaiveSearch {
    private final String text;
    private final int start;
    private final boolean whole;
    private final int[] slots;
    private final IdentityHashMap<Node, Lap> laps = new IdentityHashMap<>();
    private int position;
    private int @Nullable [] best;

    private NaiveSearch(String text, int start, boolean whole, int groups) {
        this.text = text;
        this.start = start;
        this.whole = whole;
        this.slots = new int[2 * (groups + 1)];
        Arrays.fill(slots, -1);
    }

    /** The slots of the match at a position, or null. */
    static int @Nullable [] match(String pattern, String text, int start, boolean whole) {
        PatternParser parser = new PatternParser(pattern);
        Node tree = parser.parse();
        NaiveSearch search = new NaiveSearch(text, start, whole, parser.groups());
        search.position = start;
        search.walk(tree, search::accept);
        return search.best;
    }

    private boolean accept() {
        if (whole && position < text.length()) {
            return false;
        }
        int[] known = best;
        if (known == null || position > known[1]) {
            best = slots.clone();
            best[0] = start;
            best[1] = position;
        }
        return true;
    }

    /** Walks a node and then what follows; true if that led to a match. The position is restored. */
    private boolean walk(Node node, BooleanSupplier then) {
        return switch (node) {
            case Node.OneOf(ByteSet set) -> {
                if (position == text.length() || !set.members()[text.charAt(position)]) {
                    yield false;
                }
                position++;
                boolean found = then.getAsBoolean();
                position--;
                yield found;
            }
            case Node.LineStart() -> position == 0 && then.getAsBoolean();
            case Node.LineEnd() -> position == text.length() && then.getAsBoolean();
            case Node.Group(int number, Node body, boolean nullable) ->
                saving(2 * number, () -> walk(body, () -> saving(2 * number + 1, then)));
            case Node.Sequence sequence -> items(sequence, 0, then);
            case Node.Either(Node left, Node right, boolean nullable) -> {
                boolean found = walk(left, then);
                yield walk(right, then) || found;
            }
            case Node.Repeat repeat -> repeat(repeat, 0, then);
        };
    }

    private boolean items(Node.Sequence sequence, int from, BooleanSupplier then) {
        return from == sequence.items().size()
                ? then.getAsBoolean()
                : walk(sequence.items().get(from), () -> items(sequence, from + 1, then));
    }

    private boolean saving(int slot, BooleanSupplier then) {
        int before = slots[slot];
        slots[slot] = position;
        boolean found = then.getAsBoolean();
        slots[slot] = before;
        return found;
    }

    private boolean repeat(Node.Repeat repeat, int done, BooleanSupplier then) {
        if (done < repeat.min()) {
            return walk(repeat.body(), () -> repeat(repeat, done + 1, then));
        }
        if (repeat.max() < 0) {
            return round(repeat, () -> repeat(repeat, done, then), then);
        }
        return done < repeat.max() ? round(repeat, () -> repeat(repeat, done + 1, then), then) : then.getAsBoolean();
    }

    /** One more round, unless two have been begun at this position; if that leads to no match, what follows. */
    private boolean round(Node.Repeat repeat, BooleanSupplier again, BooleanSupplier then) {
        Lap before = laps.getOrDefault(repeat, new Lap(-1, 0));
        int rounds = before.position() == position ? before.rounds() : 0;
        if (rounds < 2) {
            laps.put(repeat, new Lap(position, rounds + 1));
            boolean found = walk(repeat.body(), again);
            laps.put(repeat, before);
            if (found) {
                return true;
            }
        }
        return then.getAsBoolean();
    }

    /** How many rounds were begun at a position. */
    private record Lap(int position, int rounds) {}
}
