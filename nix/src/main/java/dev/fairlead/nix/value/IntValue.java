package dev.fairlead.nix.value;

/** A 64-bit integer. */
public final class IntValue extends Value {
    private static final int LOWEST = -128;
    private static final int HIGHEST = 1023;
    private static final IntValue[] SMALL = new IntValue[HIGHEST - LOWEST + 1];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new IntValue(i + LOWEST);
        }
    }

    private final long value;

    private IntValue(long value) {
        this.value = value;
    }

    public static IntValue of(long value) {
        return value >= LOWEST && value <= HIGHEST ? SMALL[(int) value - LOWEST] : new IntValue(value);
    }

    public long value() {
        return value;
    }

    @Override
    public Type type() {
        return Type.INT;
    }
}
