package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The kinds of tokens, in the order in which Nix lists them in messages. */
enum Token {
    END("end of file"),
    IDENTIFIER("identifier"),
    INTEGER("integer"),
    FLOAT("floating-point literal"),
    PATH("path"),
    HOME_PATH("'~/…' path"),
    SEARCH_PATH("'<…>' path"),
    URI("URI"),
    IF("'if'"),
    THEN("'then'"),
    ELSE("'else'"),
    ASSERT("'assert'"),
    WITH("'with'"),
    LET("'let'"),
    IN("'in'"),
    REC("'rec'"),
    INHERIT("'inherit'"),
    EQUAL("'=='", BinaryOperator.EQUAL),
    NOT_EQUAL("'!='", BinaryOperator.NOT_EQUAL),
    LESS_EQUAL("'<='", BinaryOperator.LESS_EQUAL),
    GREATER_EQUAL("'>='", BinaryOperator.GREATER_EQUAL),
    UPDATE("'//'", BinaryOperator.UPDATE),
    CONCAT("'++'", BinaryOperator.CONCAT),
    AND("'&&'", BinaryOperator.AND),
    OR("'||'", BinaryOperator.OR),
    IMPLIES("'->'", BinaryOperator.IMPLIES),
    /** The word {@code or}: a keyword after a selection, an identifier elsewhere. */
    OR_WORD("'or'"),
    PIPE_FROM("'<|'"),
    PIPE_INTO("'|>'"),
    DOLLAR_BRACE("'${'"),
    INDENTED_OPEN("start of an indented string"),
    ELLIPSIS("'...'"),
    LESS("'<'", BinaryOperator.LESS),
    GREATER("'>'", BinaryOperator.GREATER),
    PLUS("'+'", BinaryOperator.ADD),
    MINUS("'-'", BinaryOperator.SUBTRACT),
    TIMES("'*'", BinaryOperator.MULTIPLY),
    DIVIDE("'/'", BinaryOperator.DIVIDE),
    QUESTION("'?'"),
    COLON("':'"),
    AT("'@'"),
    SEMICOLON("';'"),
    NOT("'!'"),
    DOT("'.'"),
    QUOTE("'\"'"),
    PAREN_OPEN("'('"),
    PAREN_CLOSE("')'"),
    BRACE_OPEN("'{'"),
    BRACE_CLOSE("'}'"),
    BRACKET_OPEN("'['"),
    BRACKET_CLOSE("']'"),
    ASSIGN("'='"),
    COMMA("','"),
    /** A byte that starts no token. */
    INVALID("invalid token");

    private final String description;
    private final @Nullable BinaryOperator operator;

    Token(String description) {
        this(description, null);
    }

    Token(String description, @Nullable BinaryOperator operator) {
        this.description = Bytes.encode(description);
        this.operator = operator;
    }

    /** How Nix names the token in a syntax error (a byte string). */
    String description() {
        return description;
    }

    /** The operator this token is between two operands, if it is one; the pipes are none, as they bind no operands of operators. */
    @Nullable
    BinaryOperator operator() {
        return operator;
    }

    /** The keyword a word is, or {@link #IDENTIFIER}. */
    static Token ofWord(String word) {
        return switch (word) {
            case "if" -> IF;
            case "then" -> THEN;
            case "else" -> ELSE;
            case "assert" -> ASSERT;
            case "with" -> WITH;
            case "let" -> LET;
            case "in" -> IN;
            case "rec" -> REC;
            case "inherit" -> INHERIT;
            case "or" -> OR_WORD;
            default -> IDENTIFIER;
        };
    }
}
