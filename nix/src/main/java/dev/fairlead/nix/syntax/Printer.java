package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import java.util.List;

/**
 * Prints trees in the notation of {@code nix-instantiate --parse}: fully parenthesised, with attributes in the order of
 * their names, paths made absolute, and operators that are calls written as calls ({@code (__sub 0 x)}).
 *
 * <p>The notation shows what the parser understood; it is a Nix expression again for most trees, but not the same one for
 * all: strings with interpolation are printed as sums of their parts, and floats are rounded to six digits. Of a path with
 * interpolation the first part may end in a slash, which no path of the language does.
 */
public final class Printer {
    private Printer() {}

    /**
     * The text of a tree (a byte string).
     *
     * @param directory the absolute directory that relative paths are resolved against
     */
    public static String print(Expr expression, String directory) {
        TreePrinter printer = new TreePrinter(directory);
        printer.print(expression);
        return printer.toString();
    }

    /** An attribute path, as messages show it. */
    static String path(List<AttrName> path, String directory) {
        TreePrinter printer = new TreePrinter(directory);
        printer.path(path);
        return printer.toString();
    }
}
