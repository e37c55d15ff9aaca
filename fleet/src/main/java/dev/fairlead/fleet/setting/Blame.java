package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with data that a schema is for, in the words of those who wrote the data: settings, requests and
 * results blame different parties. Equal arguments must give equal findings, so that what many read is reported once.
 */
public interface Blame {
    /**
     * A value is not of its type.
     *
     * @param field null where fields were expected and there is no set; then {@code part} is the whole path
     * @param layer who says so, as in {@link Contribution#layer}
     */
    Finding wrongType(@Nullable Field field, Mismatch mismatch, String layer);

    /** A value is of its type, and the schema's own condition does not hold; {@code message} is the schema's. */
    Finding refused(Field field, String message, Contribution by);

    /** Nobody says anything of a field that has no default. */
    Finding missing(Field field);

    /**
     * A field that the schema does not have.
     *
     * @param path of the field
     * @param position where it is written, or 0
     * @param known the names it could have at its level
     */
    Finding unknown(List<Symbol> path, int position, String layer, Collection<String> known);

    /** A path as messages write it. */
    static String text(List<Symbol> path) {
        return Field.text(path);
    }

    /** The last name of a path. */
    static String last(List<Symbol> path) {
        return Bytes.decode(path.getLast().name());
    }

    /** What a value says, shortened. */
    static String excerpt(Value value) {
        int longest = 60;
        return switch (value.type()) {
            case ATTRS, LIST, FUNCTION, THUNK -> value.type().description();
            case INT, FLOAT, BOOL, STRING, PATH, NULL -> {
                String text = Bytes.decode(Excerpt.of(value));
                yield text.codePointCount(0, text.length()) <= longest
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, longest)) + "...";
            }
        };
    }
}
