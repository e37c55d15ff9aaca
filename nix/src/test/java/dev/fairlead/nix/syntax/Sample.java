package dev.fairlead.nix.syntax;

import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Gen;

/**
 * A random tree, all positions 0, with a text that means it.
 *
 * <p>Trees are as the parser leaves them: no application of an application, no adjacent texts in a string. They are
 * also such that {@link Printer} prints an expression again, so they have neither {@code assert}, which it prints without
 * parentheses, nor paths that end with a slash before an interpolation, nor floats that need more than six digits.
 */
record Sample(Expr tree, String source) {
    /** Every form and layout of the language. */
    static Gen<Sample> all(int depth) {
        return choices -> draw(choices, depth, true);
    }

    /** What Nix 2.8 reads as current Nix does: no pipes, no home directory, and no sets in pieces that merge. */
    static Gen<Sample> old(int depth) {
        return choices -> draw(choices, depth, false);
    }

    private static Sample draw(Choices choices, int depth, boolean current) {
        Expr tree = new TreeGen(choices, current).expression(depth);
        SourceWriter writer = new SourceWriter(choices, current);
        writer.expression(tree);
        return new Sample(tree, writer.toString());
    }

    /** The tree as text, without its positions. */
    static String shape(Expr tree) {
        return tree.toString().replaceAll("(, )?(start|end|operatorStart)=\\d+", "");
    }

    @Override
    public String toString() {
        return source;
    }
}
