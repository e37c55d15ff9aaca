package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.merge.Definition;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Literals;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a schema. Cells and positions are those of the evaluator; a position is 0 where it is not known.
 *
 * @param path the names that lead to it in the schema; at least one
 * @param position where it is declared
 * @param type null if it takes anything
 * @param fallback its {@code default}, or null
 * @param strategyPosition where the schema names the strategy, or 0 if it does not
 * @param refine a list of {@code { check; message; }}, a cell, or null
 * @param apply a function that gives readers their value, a cell, or null
 */
public record Field(
        List<Symbol> path,
        int position,
        @Nullable OptionType type,
        @Nullable Definition fallback,
        Strategy strategy,
        int strategyPosition,
        @Nullable Value refine,
        @Nullable Value apply,
        @Nullable String description)
        implements SchemaNode {
    public Field {
        path = List.copyOf(path);
    }

    /** The path as the language writes it: {@code tls.ciphers}. */
    public String text() {
        return text(path);
    }

    /** A path as the language writes it. */
    static String text(List<Symbol> path) {
        var out = new StringBuilder();
        for (Symbol name : path) {
            if (!out.isEmpty()) {
                out.append('.');
            }
            Literals.appendName(out, name.name());
        }
        return Bytes.decode(out.toString());
    }
}
