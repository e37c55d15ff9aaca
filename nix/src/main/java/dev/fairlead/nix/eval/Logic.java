package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Value;
import java.util.function.Supplier;

/** The nodes that decide by Booleans: {@code if}, {@code assert}, {@code !}, {@code &&}, {@code ||}, {@code ->}. */
final class Logic {
    private Logic() {}

    /** {@code if condition then yes else no}. */
    static final class If extends Node {
        private final Node condition;
        private final Node yes;
        private final Node no;

        If(Node condition, Node yes, Node no, int position) {
            super(position);
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        Value eval(Value[] frame) {
            return (condition.test(frame, "while evaluating a branch condition") ? yes : no).value(frame);
        }
    }

    /** {@code assert condition; body}. */
    static final class Assert extends Node {
        private final Node condition;
        private final Supplier<String> conditionText;
        private final Node body;

        /** @param conditionText the condition as messages say it */
        Assert(Node condition, Supplier<String> conditionText, Node body, int position) {
            super(position);
            this.condition = condition;
            this.conditionText = conditionText;
            this.body = body;
        }

        @Override
        Value eval(Value[] frame) {
            if (!condition.test(frame, "in the condition of the assert statement")) {
                throw failed(frame);
            }
            return body.value(frame);
        }

        private EvalException failed(Value[] frame) {
            String text = conditionText.get();
            EvalException difference = condition instanceof Comparison.Equal equal ? equal.difference(frame) : null;
            return difference == null
                    ? new EvalException(EvalException.Kind.ASSERTION, "assertion '" + text + "' failed", position)
                    : difference
                            .at(position)
                            .during(position, "while evaluating the condition of the assertion '" + text + "'");
        }
    }

    /** {@code !operand}. */
    static final class Not extends Node {
        private final Node operand;

        Not(Node operand, int position) {
            super(position);
            this.operand = operand;
        }

        @Override
        Value eval(Value[] frame) {
            return BoolValue.of(!operand.test(frame, "in the argument of '!'"));
        }
    }

    /** {@code left && right}. */
    static final class And extends Node {
        private final Node left;
        private final Node right;

        And(Node left, Node right, int position) {
            super(position);
            this.left = left;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            return BoolValue.of(left.test(frame, "in the left operand of '&&'")
                    && right.test(frame, "in the right operand of '&&'"));
        }
    }

    /** {@code left || right}. */
    static final class Or extends Node {
        private final Node left;
        private final Node right;

        Or(Node left, Node right, int position) {
            super(position);
            this.left = left;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            return BoolValue.of(left.test(frame, "in the left operand of '||'")
                    || right.test(frame, "in the right operand of '||'"));
        }
    }

    /** {@code left -> right}. */
    static final class Implies extends Node {
        private final Node left;
        private final Node right;

        Implies(Node left, Node right, int position) {
            super(position);
            this.left = left;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            return BoolValue.of(!left.test(frame, "in the left operand of '->'")
                    || right.test(frame, "in the right operand of '->'"));
        }
    }
}
