package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Value;

/**
 * The nodes of application, by how many arguments are given at once. Functions of the program are told apart from all
 * else that can be called, because their calls can be inlined then.
 */
final class Calls {
    private Calls() {}

    /** The node of {@code function arguments[0] arguments[1] ...}. */
    static Node of(Node function, Node[] arguments, int position) {
        return switch (arguments.length) {
            case 1 -> new One(function, arguments[0], position);
            case 2 -> new Two(function, arguments[0], arguments[1], position);
            case 3 -> new Three(function, arguments[0], arguments[1], arguments[2], position);
            default -> new Many(function, arguments, position);
        };
    }

    private static EvalException failed(EvalException e, Value callee, int position) {
        boolean builtin = callee instanceof FunctionValue function && function.origin() != FunctionValue.Origin.LAMBDA;
        return builtin
                ? e.at(position).during(position, "while calling the '" + ((FunctionValue) callee).name() + "' builtin")
                : e.at(position).duringCall(position, "from call site");
    }

    private static final class One extends Node {
        private final Node function;
        private final Node argument;

        One(Node function, Node argument, int position) {
            super(position);
            this.function = function;
            this.argument = argument;
        }

        @Override
        Value eval(Value[] frame) {
            Value callee = function.value(frame);
            Value a = argument.cell(frame);
            try {
                return callee instanceof Closure f ? f.call(a) : Functions.call(callee, a);
            } catch (EvalException e) {
                throw failed(e, callee, position);
            }
        }
    }

    private static final class Two extends Node {
        private final Node function;
        private final Node first;
        private final Node second;

        Two(Node function, Node first, Node second, int position) {
            super(position);
            this.function = function;
            this.first = first;
            this.second = second;
        }

        @Override
        Value eval(Value[] frame) {
            Value callee = function.value(frame);
            Value a = first.cell(frame);
            Value b = second.cell(frame);
            try {
                return callee instanceof Closure f ? f.call(a, b) : Functions.call(callee, a, b);
            } catch (EvalException e) {
                throw failed(e, callee, position);
            }
        }
    }

    private static final class Three extends Node {
        private final Node function;
        private final Node first;
        private final Node second;
        private final Node third;

        Three(Node function, Node first, Node second, Node third, int position) {
            super(position);
            this.function = function;
            this.first = first;
            this.second = second;
            this.third = third;
        }

        @Override
        Value eval(Value[] frame) {
            Value callee = function.value(frame);
            Value a = first.cell(frame);
            Value b = second.cell(frame);
            Value c = third.cell(frame);
            try {
                return callee instanceof Closure f ? f.call(a, b, c) : Functions.call(callee, a, b, c);
            } catch (EvalException e) {
                throw failed(e, callee, position);
            }
        }
    }

    /** Four arguments or more, given three at a time. */
    private static final class Many extends Node {
        private final Node function;
        private final Node[] arguments;

        Many(Node function, Node[] arguments, int position) {
            super(position);
            this.function = function;
            this.arguments = arguments;
        }

        @Override
        Value eval(Value[] frame) {
            Value callee = function.value(frame);
            Value[] cells = new Value[arguments.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = arguments[i].cell(frame);
            }
            try {
                Value result = callee;
                int i = 0;
                for (; i + 2 < cells.length; i += 3) {
                    result = Functions.call(result, cells[i], cells[i + 1], cells[i + 2]);
                }
                for (; i < cells.length; i++) {
                    result = Functions.call(result, cells[i]);
                }
                return result;
            } catch (EvalException e) {
                throw failed(e, callee, position);
            }
        }
    }
}
