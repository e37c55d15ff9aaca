package dev.fairlead.fuzz;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Printer;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.nix.syntax.SyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parser: a text is refused at a place inside it, or has a tree that lies inside it and whose text parses again. */
final class SyntaxTarget implements Target {
    private static final String DIRECTORY = "/fleet";

    /**
     * The root, or the beginning of a path with interpolation, with two slashes if that is the root: as it is printed, as
     * Nix prints it, it is no path.
     */
    private static final Pattern PATH_ENDING_IN_SLASH = Pattern.compile("(?<!/)/(?![\\w./+~<\"$-])|[(]//");

    @Override
    public void read(byte[] input) {
        String text = Bytes.of(input);
        Expr tree;
        try {
            tree = parse(text);
        } catch (SyntaxException refused) {
            check(0 <= refused.start() && refused.start() <= refused.end(), "an error has a place", refused);
            check(refused.end() <= text.length(), "an error lies inside the text", refused);
            check(refused.location().line() > 0, "an error has a line", refused);
            return;
        }
        check(0 <= tree.start() && tree.end() <= text.length(), "a tree lies inside the text", null);
        String printed = Printer.print(tree, DIRECTORY);
        if (PATH_ENDING_IN_SLASH.matcher(printed).find()) {
            return;
        }
        try {
            // Interpolation is printed as a sum and floats are rounded, so only the second text is sure to be final.
            String again = Printer.print(parse(printed), DIRECTORY);
            check(again.equals(Printer.print(parse(again), DIRECTORY)), "printing comes to an end at " + again, null);
        } catch (SyntaxException refused) {
            // As Nix prints it, an assertion that is an argument has no parentheses around it.
            if (printed.contains("assert ")) {
                return;
            }
            throw new AssertionError("a printed tree parses again: " + printed, refused);
        }
    }

    private static Expr parse(String text) {
        return Parser.parse(
                new Sources().add("/fleet/input.nix", DIRECTORY, text), Set.of(ExperimentalFeature.values()));
    }

    private static void check(boolean holds, String what, @Nullable Throwable cause) {
        if (!holds) {
            throw new AssertionError("does not hold: " + what, cause);
        }
    }
}
