package dev.fairlead.scope;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The label of an edge, a letter of the alphabet that well-formedness expressions are written in.
 *
 * @param name a letter followed by letters, digits or {@code -}
 */
public record Label(String name) {
    /** First, because the constants below are checked against it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    /** From a scope to the one scope that encloses it: a partial function, without cycles. */
    public static final Label PARENT = new Label("P");

    /** From a scope to a scope it imports: any number, in order, cycles allowed. */
    public static final Label IMPORT = new Label("I");

    /** Refuses, with {@link IllegalArgumentException}, a name that an expression could not spell. */
    public Label {
        Objects.requireNonNull(name);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a label is a letter followed by letters, digits or '-', not \"" + name + "\"");
        }
    }

    // Written out because every run needs them: the JVM links those of a record anew in each process.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Label label && name.equals(label.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
