package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A function of several arguments that has some of them, but not all. */
final class PartialClosure extends FunctionValue {
    private final Closure function;
    private final Value[] given;

    PartialClosure(Closure function, Value[] given) {
        this.function = function;
        this.given = given;
    }

    @Override
    public Value call(Value a) {
        int count = given.length;
        if (count + 1 < function.code.arity) {
            Value[] more = Arrays.copyOf(given, count + 1);
            more[count] = a;
            return new PartialClosure(function, more);
        }
        Value[] frame = function.code.frame(function);
        System.arraycopy(given, 0, frame, 1, count);
        frame[count + 1] = a;
        return function.code.run(frame);
    }

    @Override
    public int position() {
        return function.code.place(given.length);
    }

    @Override
    public @Nullable String place() {
        return Evaluator.place(function.code.place(given.length));
    }

    @Override
    public @Nullable Symbol parameter() {
        return function.code.parameter(given.length);
    }

    @Override
    public @Nullable Formals formals() {
        FormalsBinding last = function.code.formals;
        return last != null && given.length + 1 == function.code.arity ? last.formals() : null;
    }
}
