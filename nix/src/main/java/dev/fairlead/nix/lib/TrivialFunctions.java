package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Builtin;
import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.Arithmetic;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** {@code lib.trivial} and {@code lib.asserts}, as far as they are written in Java. */
final class TrivialFunctions {
    private static final Symbol FUNCTOR = Symbol.of("__functor");
    private static final Symbol FUNCTION_ARGS = Symbol.of("__functionArgs");
    private static final Shape CALLABLE = Shape.ofSorted(new Symbol[] {FUNCTION_ARGS, FUNCTOR});
    private static final Builtin IDENTITY = Builtin.of("id", value -> value);

    private TrivialFunctions() {}

    static void register(Registry registry) {
        registry.add(IDENTITY);
        registry.add(Builtin.of("const", (value, _) -> value));
        registry.add(Builtin.of("pipe", TrivialFunctions::pipe));
        registry.add(Builtin.of("flip", (function, a, b) -> Functions.call(function, b, a)));
        registry.add(Builtin.of(
                "or",
                (a, b) -> Given.bool(a, "trivial.or") ? BoolValue.TRUE : BoolValue.of(Given.bool(b, "trivial.or"))));
        registry.add(Builtin.of(
                "and",
                (a, b) -> Given.bool(a, "trivial.and") ? BoolValue.of(Given.bool(b, "trivial.and")) : BoolValue.FALSE));
        registry.add(Builtin.of(
                "xor", (a, b) -> BoolValue.of(Given.bool(a, "trivial.xor") != Given.bool(b, "trivial.xor"))));
        registry.add(Builtin.of(
                "boolToString",
                value -> new StringValue(Given.bool(value, "trivial.boolToString") ? "true" : "false")));
        registry.add(Builtin.of(
                "boolToYesNo", value -> new StringValue(Given.bool(value, "trivial.boolToYesNo") ? "yes" : "no")));
        registry.add(
                Builtin.of("defaultTo", (otherwise, value) -> value.force() instanceof NullValue ? otherwise : value));
        registry.add(Builtin.of(
                "mapNullable",
                (function, value) -> value.force() instanceof NullValue ? value : Functions.call(function, value)));
        registry.add(Builtin.of("min", (a, b) -> Ordering.less(a, b) ? a : b));
        registry.add(Builtin.of("max", (a, b) -> Ordering.less(b, a) ? a : b));
        registry.add(Builtin.of("mod", TrivialFunctions::mod));
        registry.add(Builtin.of("compare", TrivialFunctions::compare));
        registry.add(Builtin.of("isFunction", value -> BoolValue.of(isFunction(value.force()))));
        registry.add(Builtin.of("functionArgs", TrivialFunctions::functionArgs));
        registry.add(Builtin.of("setFunctionArgs", TrivialFunctions::setFunctionArgs));
        registry.add(Builtin.of(
                "toFunction", value -> isFunction(value.force()) ? value : Builtin.of("toFunction", _ -> value)));
        registry.add(Builtin.of("warn", TrivialFunctions::warn));
        registry.add(Builtin.of(
                "warnIf",
                (condition, message) -> Given.bool(condition, "trivial.warnIf") ? warning(message) : IDENTITY));
        registry.add(Builtin.of(
                "warnIfNot",
                (condition, message) -> Given.bool(condition, "trivial.warnIfNot") ? IDENTITY : warning(message)));
        registry.add(Builtin.of("throwIf", (condition, message) -> {
            if (Given.bool(condition, "trivial.throwIf")) {
                throw thrown(message, "trivial.throwIf");
            }
            return IDENTITY;
        }));
        registry.add(Builtin.of("throwIfNot", (condition, message) -> {
            if (!Given.bool(condition, "trivial.throwIfNot")) {
                throw thrown(message, "trivial.throwIfNot");
            }
            return IDENTITY;
        }));
    }

    static void registerAsserts(Registry registry) {
        registry.add(Builtin.of("assertMsg", (condition, message) -> {
            if (!Given.bool(condition, "asserts.assertMsg")) {
                throw thrown(message, "asserts.assertMsg");
            }
            return BoolValue.TRUE;
        }));
    }

    private static EvalException thrown(Value message, String function) {
        return new EvalException(
                EvalException.Kind.THROWN, Given.text(message, function).text());
    }

    private static Value pipe(Value start, Value functions) {
        Value result = start;
        for (Value function : Given.list(functions, "trivial.pipe").items()) {
            result = Functions.call(function, result);
        }
        return result;
    }

    private static Value mod(Value base, Value divisor) {
        if (base.force() instanceof IntValue a && divisor.force() instanceof IntValue b && b.value() != 0) {
            return IntValue.of(a.value() % b.value());
        }
        return Arithmetic.subtract(base, Arithmetic.multiply(divisor, Arithmetic.divide(base, divisor)));
    }

    private static Value compare(Value a, Value b) {
        return IntValue.of(Ordering.less(a, b) ? -1 : Ordering.less(b, a) ? 1 : 0);
    }

    /** Functions, and sets that a {@code __functor} makes callable. */
    private static boolean isFunction(Value value) {
        return value instanceof FunctionValue
                || (value instanceof AttrsValue set && set.get(FUNCTOR) != null && isFunction(applied(set)));
    }

    private static Value applied(AttrsValue callable) {
        return Functions.call(Expect.attribute(callable, FUNCTOR, "while evaluating a function"), callable);
    }

    /** Whether each argument of a function is optional; what {@code __functionArgs} says goes first. */
    private static Value functionArgs(Value function) {
        Value forced = function.force();
        if (forced instanceof AttrsValue set && set.get(FUNCTOR) != null) {
            Value said = set.get(FUNCTION_ARGS);
            return said != null ? said : functionArgs(applied(set));
        }
        if (!(forced instanceof FunctionValue plain)) {
            throw EvalException.type("'functionArgs' requires a function");
        }
        Formals formals = plain.formals();
        if (formals == null) {
            return AttrsValue.EMPTY;
        }
        AttrsBuilder args = new AttrsBuilder(formals.formals().size());
        for (Formals.Formal formal : formals.formals()) {
            args.add(formal.name(), BoolValue.of(formal.optional()), formal.position());
        }
        return args.build();
    }

    private static Value setFunctionArgs(Value function, Value args) {
        return new AttrsValue(CALLABLE, new Value[] {args, Builtin.of("__functor", _ -> function)}, null);
    }

    private static Value warning(Value message) {
        return Builtin.of("warn", value -> warn(message, value));
    }

    private static Value warn(Value message, Value value) {
        Evaluator.current()
                .trace("evaluation warning: "
                        + Given.string(message, "trivial.warn").text());
        return value;
    }
}
