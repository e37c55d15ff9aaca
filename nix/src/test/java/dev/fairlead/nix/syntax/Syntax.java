package dev.fairlead.nix.syntax;

import java.util.Set;

/** Short ways to the classes under test. */
final class Syntax {
    static final String DIRECTORY = "/dir";
    static final Set<ExperimentalFeature> PIPES = Set.of(ExperimentalFeature.PIPE_OPERATORS);

    private Syntax() {}

    static Source source(String text) {
        return new Sources().add("here.nix", DIRECTORY, Bytes.encode(text));
    }

    static Expr parse(String text) {
        return Parser.parse(source(text));
    }

    static Expr parseWithPipes(String text) {
        return Parser.parse(source(text), PIPES);
    }

    static String print(Expr expression) {
        return Bytes.decode(Printer.print(expression, DIRECTORY));
    }

    /** The notation of {@code nix-instantiate --parse} for a text, its files in {@link #DIRECTORY}. */
    static String reprint(String text) {
        return print(parse(text));
    }
}
