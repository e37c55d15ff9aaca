package dev.fairlead.nix.value;

import org.jspecify.annotations.Nullable;

/** A string: bytes (see {@code syntax.Bytes}) and the store paths they depend on. */
public final class StringValue extends Value {
    public static final StringValue EMPTY = new StringValue("");

    private final String text;
    private final @Nullable StringContext context;

    /** Found when it is first asked for; names travel through programs as strings and come back as names. */
    private @Nullable Symbol symbol;

    public StringValue(String text) {
        this(text, null);
    }

    public StringValue(String text, @Nullable StringContext context) {
        this.text = text;
        this.context = context;
    }

    /** The name of a symbol as a value. */
    StringValue(Symbol symbol) {
        this(symbol.name(), null);
        this.symbol = symbol;
    }

    /** The byte string. */
    public String text() {
        return text;
    }

    /** The text as a name; the context is left out. Looked up once. */
    public Symbol symbol() {
        Symbol known = symbol;
        if (known == null) {
            known = Symbol.of(text);
            symbol = known;
        }
        return known;
    }

    public @Nullable StringContext context() {
        return context;
    }

    @Override
    public Type type() {
        return Type.STRING;
    }
}
