package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/** A string: bytes (see {@code syntax.Bytes}) and the store paths they depend on. */
public final class StringValue extends Value {
    public static final StringValue EMPTY = new StringValue("");

    private final String text;
    private final @Nullable StringContext context;

    public StringValue(String text) {
        this(text, null);
    }

    public StringValue(String text, @Nullable StringContext context) {
        this.text = text;
        this.context = context;
    }

    /** The byte string. */
    public String text() {
        return text;
    }

    public @Nullable StringContext context() {
        return context;
    }

    @Override
    public Type type() {
        return Type.STRING;
    }
}
