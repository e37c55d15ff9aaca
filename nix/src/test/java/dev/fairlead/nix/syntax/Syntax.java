package dev.fairlead.nix.syntax;

/** Short ways to the classes under test. */
final class Syntax {
    static final String DIRECTORY = "/dir";

    private Syntax() {}

    static Source source(String text) {
        return new Sources().add("here.nix", DIRECTORY, Bytes.encode(text));
    }

    static Expr parse(String text) {
        return Parser.parse(source(text));
    }

    static Expr parseWithPipes(String text) {
        return Parser.parse(source(text), true);
    }

    static String print(Expr expression) {
        return Bytes.decode(Printer.print(expression, DIRECTORY));
    }

    /** The notation of {@code nix-instantiate --parse} for a text, its files in {@link #DIRECTORY}. */
    static String reprint(String text) {
        return print(parse(text));
    }
}
