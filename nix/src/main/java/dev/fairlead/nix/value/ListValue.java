package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/** A list. */
public final class ListValue extends Value {
    public static final ListValue EMPTY = new ListValue(new Value[0]);

    private final Value[] items;
    private final int @Nullable [] positions;

    /** A list of these cells; the array is not copied and must not change. */
    public ListValue(Value[] items) {
        this(items, null);
    }

    /** A list whose items are known to stand at these positions, as those of a literal are. */
    public ListValue(Value[] items, int @Nullable [] positions) {
        this.items = items;
        this.positions = positions;
    }

    public int size() {
        return items.length;
    }

    /** The cell at an index, perhaps not forced. */
    public Value get(int index) {
        return items[index];
    }

    /** The cells. Not to be modified. */
    public Value[] items() {
        return items;
    }

    /** Where the item at an index was written, or 0 if that is not known. */
    public int position(int index) {
        return positions == null ? 0 : positions[index];
    }

    /** Where each item was written; null if that is not known. Not to be modified. */
    public int @Nullable [] positions() {
        return positions;
    }

    @Override
    public Type type() {
        return Type.LIST;
    }
}
