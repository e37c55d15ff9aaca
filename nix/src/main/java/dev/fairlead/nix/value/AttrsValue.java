package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/**
 * An attribute set: a {@link Shape} with a cell for each of its names, and where each was defined.
 *
 * <p>Immutable, but for the moment between construction and publication in which {@code rec} fills its own cells in.
 */
public final class AttrsValue extends Value {
    public static final AttrsValue EMPTY = new AttrsValue(Shape.EMPTY, new Value[0], null);

    private final Shape shape;
    private final Value[] values;
    private final int @Nullable [] positions;

    /**
     * @param values a cell for each name of {@code shape}, in its order; not copied
     * @param positions the position of each definition, or null if none is known; may be shared between sets
     */
    public AttrsValue(Shape shape, Value[] values, int @Nullable [] positions) {
        this.shape = shape;
        this.values = values;
        this.positions = positions;
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return values.length;
    }

    public Symbol name(int index) {
        return shape.name(index);
    }

    /** The cell at an index of the shape, perhaps not forced. */
    public Value value(int index) {
        return values[index];
    }

    /** The cells in the order of the shape. Not to be modified. */
    public Value[] values() {
        return values;
    }

    /** The cell of a name, perhaps not forced, or null. */
    public @Nullable Value get(Symbol name) {
        int index = shape.indexOf(name);
        return index < 0 ? null : values[index];
    }

    /** The cell of a name (a byte string), perhaps not forced, or null. */
    public @Nullable Value get(String name) {
        Symbol symbol = Symbol.known(name);
        return symbol == null ? null : get(symbol);
    }

    /** Where the attribute at an index was defined, or 0. */
    public int position(int index) {
        return positions == null ? 0 : positions[index];
    }

    /** Where an attribute was defined, or 0. */
    public int position(Symbol name) {
        int index = shape.indexOf(name);
        return index < 0 ? 0 : position(index);
    }

    /** The positions in the order of the shape, or null. Not to be modified. */
    public int @Nullable [] positions() {
        return positions;
    }

    @Override
    public Type type() {
        return Type.ATTRS;
    }
}
