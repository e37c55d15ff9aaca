package dev.fairlead.nix.value;

/** A 64-bit floating-point number. */
public final class FloatValue extends Value {
    private final double value;

    public FloatValue(double value) {
        this.value = value;
    }

    public double value() {
        return value;
    }

    @Override
    public Type type() {
        return Type.FLOAT;
    }
}
