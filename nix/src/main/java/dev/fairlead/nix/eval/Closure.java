package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** A function of the program: code, and the frame it was made in. */
final class Closure extends FunctionValue {
    final Lambda code;
    final Value[] scope;

    Closure(Lambda code, Value[] scope) {
        this.code = code;
        this.scope = scope;
    }

    @Override
    public Value call(Value a) {
        return code.arity == 1 ? enter(a) : new PartialClosure(this, new Value[] {a});
    }

    @Override
    public Value call(Value a, Value b) {
        return switch (code.arity) {
            case 1 -> Functions.call(enter(a), b);
            case 2 -> enter(a, b);
            default -> new PartialClosure(this, new Value[] {a, b});
        };
    }

    @Override
    public Value call(Value a, Value b, Value c) {
        return switch (code.arity) {
            case 1 -> Functions.call(enter(a), b, c);
            case 2 -> Functions.call(enter(a, b), c);
            case 3 -> enter(a, b, c);
            default -> new PartialClosure(this, new Value[] {a, b, c});
        };
    }

    private Value enter(Value a) {
        Value[] frame = code.frame(this);
        frame[1] = a;
        return code.run(frame);
    }

    private Value enter(Value a, Value b) {
        Value[] frame = code.frame(this);
        frame[1] = a;
        frame[2] = b;
        return code.run(frame);
    }

    private Value enter(Value a, Value b, Value c) {
        Value[] frame = code.frame(this);
        frame[1] = a;
        frame[2] = b;
        frame[3] = c;
        return code.run(frame);
    }

    @Override
    public @Nullable String name() {
        return code.name;
    }

    @Override
    public int position() {
        return code.position;
    }

    @Override
    public @Nullable String place() {
        return Evaluator.place(code.position);
    }

    @Override
    public @Nullable Symbol parameter() {
        return code.parameter(0);
    }

    /** Those of a chain {@code a: { b }: ...} belong to what its first call returns. */
    @Override
    public @Nullable Formals formals() {
        return code.arity == 1 && code.formals != null ? code.formals.formals() : null;
    }
}
