package dev.fairlead.scope;

/**
 * Reads a path expression by recursive descent: choice of sequences of postfix terms. The text is short by its limit, and so is the recursion.
 */
final class PathExpressionParser {
    private static final int LONGEST = 1_000;

    private final String text;
    private final LabelOrder alphabet;
    private int at;

    private PathExpressionParser(String text, LabelOrder alphabet) {
        this.text = text;
        this.alphabet = alphabet;
    }

    static PathExpression parse(String text, LabelOrder alphabet) {
        if (text.length() > LONGEST) {
            throw new QuerySyntaxException("more than " + LONGEST + " characters", text, LONGEST);
        }
        var parser = new PathExpressionParser(text, alphabet);
        PathExpression expression = parser.choice();
        if (parser.at < text.length()) {
            throw parser.problem("a ')' without its '('");
        }
        return expression;
    }

    private PathExpression choice() {
        PathExpression result = sequence();
        while (peek() == '|') {
            at++;
            result = PathExpression.choice(result, sequence());
        }
        return result;
    }

    private PathExpression sequence() {
        PathExpression result = postfix();
        while (peek() != 0 && peek() != '|' && peek() != ')') {
            result = PathExpression.sequence(result, postfix());
        }
        return result;
    }

    private PathExpression postfix() {
        PathExpression result = atom();
        while (true) {
            switch (peek()) {
                case '*' -> result = PathExpression.repeat(result);
                case '+' -> result = PathExpression.sequence(result, PathExpression.repeat(result));
                case '?' -> result = PathExpression.choice(new PathExpression.EmptyPath(), result);
                default -> {
                    return result;
                }
            }
            at++;
        }
    }

    private PathExpression atom() {
        return switch (peek()) {
            case '(' -> group();
            case '_' -> anyLabel();
            case '"' -> emptyPath();
            default -> label();
        };
    }

    private PathExpression group() {
        int open = at++;
        PathExpression inner = choice();
        if (peek() != ')') {
            at = open;
            throw problem("a '(' without its ')'");
        }
        at++;
        return inner;
    }

    private PathExpression anyLabel() {
        at++;
        PathExpression any = new PathExpression.Nothing();
        for (int label = 0; label < alphabet.labels().size(); label++) {
            any = PathExpression.choice(any, new PathExpression.Step(label));
        }
        return any;
    }

    private PathExpression emptyPath() {
        if (!text.startsWith("\"\"", at)) {
            throw problem("only \"\", the empty path, may be quoted");
        }
        at += 2;
        return new PathExpression.EmptyPath();
    }

    private PathExpression label() {
        int start = at;
        while (at < text.length() && (isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String name = text.substring(start, at);
        at = start;
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            throw problem("a label, '(', '_' or \"\" is missing");
        }
        int index = alphabet.index(new Label(name));
        if (index < 0) {
            throw problem("label " + name + " is not ranked by the order " + alphabet);
        }
        at += name.length();
        return new PathExpression.Step(index);
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** The next character that is not white space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private QuerySyntaxException problem(String problem) {
        return new QuerySyntaxException(problem, text, at);
    }
}
