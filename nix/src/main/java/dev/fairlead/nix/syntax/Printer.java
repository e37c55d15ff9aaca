package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import java.util.List;

/** Prints trees. */
public final class Printer {
    private Printer() {}

    /** An attribute path, as messages show it. */
    static String path(List<AttrName> path) {
        StringBuilder out = new StringBuilder();
        for (AttrName name : path) {
            if (!out.isEmpty()) {
                out.append('.');
            }
            switch (name) {
                case AttrName.Static known -> out.append(Identifiers.quoteIfNeeded(known.name()));
                case AttrName.Dynamic _ -> out.append("\"${...}\"");
            }
        }
        return out.toString();
    }
}
