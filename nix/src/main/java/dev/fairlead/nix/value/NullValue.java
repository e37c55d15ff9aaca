package dev.fairlead.nix.value;

/** {@code null}. */
public final class NullValue extends Value {
    public static final NullValue NULL = new NullValue();

    private NullValue() {}

    @Override
    public Type type() {
        return Type.NULL;
    }
}
