package dev.fairlead.scope;

/** A well-formedness expression that cannot be read. */
public final class QuerySyntaxException extends IllegalArgumentException {
    private final String expression;
    private final int offset;

    QuerySyntaxException(String problem, String expression, int offset) {
        super(problem + " at character " + (offset + 1) + " of the path expression \"" + expression + "\"");
        this.expression = expression;
        this.offset = offset;
    }

    /** The expression as it was given. */
    public String expression() {
        return expression;
    }

    /** Where reading stopped, in UTF-16 units from the expression's start. */
    public int offset() {
        return offset;
    }
}
