package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.BinaryOperator;

/** How tightly operators bind; a higher number binds tighter. The pipes stand outside, below all others. */
final class Precedence {
    static final int LOWEST = 0;
    static final int NOT = 6;
    static final int HAS_ATTR = 10;
    static final int NEGATE = 11;

    private Precedence() {}

    static int of(BinaryOperator operator) {
        return switch (operator) {
            case PIPE_FROM, PIPE_INTO -> -1;
            case IMPLIES -> 0;
            case OR -> 1;
            case AND -> 2;
            case EQUAL, NOT_EQUAL -> 3;
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> 4;
            case UPDATE -> 5;
            case ADD, SUBTRACT -> 7;
            case MULTIPLY, DIVIDE -> 8;
            case CONCAT -> 9;
        };
    }

    static boolean isRightAssociative(BinaryOperator operator) {
        return operator == BinaryOperator.IMPLIES
                || operator == BinaryOperator.UPDATE
                || operator == BinaryOperator.CONCAT;
    }

    /** Whether {@code a op b op c} is a syntax error, for any two operators of this precedence. */
    static boolean isNonAssociative(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            default -> false;
        };
    }
}
