package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Expr;

/**
 * Compiles infix operators. Arithmetic and comparison are calls of variables with fixed names, which a program can bind;
 * where it does not, they are nodes of their own.
 */
final class Operators {
    private Operators() {}

    static Node compile(Compiler compiler, Expr.Binary binary, Scope scope) {
        Node left = compiler.compile(binary.left(), scope);
        Node right = compiler.compile(binary.right(), scope);
        int at = compiler.position(binary.operatorStart());
        return switch (binary.operator()) {
            case PIPE_FROM -> Calls.of(left, new Node[] {right}, at);
            case PIPE_INTO -> Calls.of(right, new Node[] {left}, at);
            case IMPLIES -> new Logic.Implies(left, right, at);
            case OR -> new Logic.Or(left, right, at);
            case AND -> new Logic.And(left, right, at);
            case EQUAL -> new Comparison.Equal(left, right, false, at);
            case NOT_EQUAL -> new Comparison.Equal(left, right, true, at);
            case LESS -> less(compiler, left, right, false, binary, scope, at);
            case GREATER -> less(compiler, right, left, false, binary, scope, at);
            case GREATER_EQUAL -> less(compiler, left, right, true, binary, scope, at);
            case LESS_EQUAL -> less(compiler, right, left, true, binary, scope, at);
            case UPDATE -> new Update(left, right, at);
            case ADD -> new Add(left, right, at);
            case SUBTRACT -> subtract(compiler, left, right, binary, scope, at);
            case MULTIPLY ->
                isBuiltin("__mul", scope)
                        ? new NumberOperations.Multiply(left, right, at)
                        : call(compiler, "__mul", left, right, binary, scope, at);
            case DIVIDE ->
                isBuiltin("__div", scope)
                        ? new NumberOperations.Divide(left, right, at)
                        : call(compiler, "__div", left, right, binary, scope, at);
            case CONCAT -> new Lists.Concat(left, right, at);
        };
    }

    /** {@code left - right} of the operation {@code whole}. */
    static Node subtract(Compiler compiler, Node left, Node right, Expr whole, Scope scope, int at) {
        return isBuiltin("__sub", scope)
                ? new NumberOperations.Subtract(left, right, at)
                : call(compiler, "__sub", left, right, whole, scope, at);
    }

    private static Node less(
            Compiler compiler, Node left, Node right, boolean negated, Expr whole, Scope scope, int at) {
        if (isBuiltin("__lessThan", scope)) {
            return new Comparison.Less(left, right, negated, at);
        }
        Node call = call(compiler, "__lessThan", left, right, whole, scope, at);
        return negated ? new Logic.Not(call, at) : call;
    }

    private static Node call(Compiler compiler, String name, Node left, Node right, Expr whole, Scope scope, int at) {
        return Calls.of(compiler.operatorVariable(name, whole, scope), new Node[] {left, right}, at);
    }

    /** True if the program does not bind the name itself. */
    static boolean isBuiltin(String name, Scope scope) {
        Scope.Meaning meaning = scope.find(name);
        return meaning instanceof Scope.Meaning.Global global
                ? global.builtin()
                : !(meaning instanceof Scope.Meaning.Bound);
    }
}
