package dev.fairlead.nix.builtin;

import dev.fairlead.nix.value.Arithmetic;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.Printer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Arithmetic, bits, rounding and order. */
final class Numbers {
    /** Shared by all evaluations, so that {@code sort} can recognise it. */
    static final Builtin LESS_THAN = Builtin.of("lessThan", (a, b) -> BoolValue.of(Ordering.less(a, b)));

    private static final double TWO_TO_63 = 0x1p63;

    private Numbers() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("add", Arithmetic::add));
        registry.add(Builtin.of("sub", Arithmetic::subtract));
        registry.add(Builtin.of("mul", Arithmetic::multiply));
        registry.add(Builtin.of("div", Arithmetic::divide));
        registry.add(LESS_THAN);
        registry.add(bits("bitAnd", (a, b) -> a & b));
        registry.add(bits("bitOr", (a, b) -> a | b));
        registry.add(bits("bitXor", (a, b) -> a ^ b));
        registry.add(rounding("ceil", Math::ceil));
        registry.add(rounding("floor", Math::floor));
    }

    private static Builtin bits(String name, LongBinaryOperator operator) {
        String first = "while evaluating the first argument passed to builtins." + name;
        String second = "while evaluating the second argument passed to builtins." + name;
        return Builtin.of(
                name, (a, b) -> IntValue.of(operator.applyAsLong(Expect.integer(a, first), Expect.integer(b, second))));
    }

    private static Builtin rounding(String name, DoubleUnaryOperator operator) {
        String during = "while evaluating the first argument passed to builtins." + name;
        return Builtin.of(name, value -> {
            double rounded = operator.applyAsDouble(Expect.number(value, during));
            if (value.force() instanceof IntValue integer) {
                return integer;
            }
            if (!(rounded >= -TWO_TO_63 && rounded < TWO_TO_63)) {
                throw new EvalException(
                        EvalException.Kind.OTHER,
                        "NixFloat argument " + Printer.print(new FloatValue(rounded))
                                + " is not in the range of NixInt");
            }
            return IntValue.of((long) rounded);
        });
    }
}
