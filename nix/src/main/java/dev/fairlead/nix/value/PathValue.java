package dev.fairlead.nix.value;

/** An absolute, canonical path (a byte string): no {@code .}, no {@code ..}, no trailing slash but the root's. */
public final class PathValue extends Value {
    private final String path;

    public PathValue(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    @Override
    public Type type() {
        return Type.PATH;
    }
}
