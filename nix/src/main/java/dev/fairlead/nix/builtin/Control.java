package dev.fairlead.nix.builtin;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Excerpt;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;

/** Functions that steer evaluation: its order, its errors and what it says on the way. */
final class Control {
    private static final Shape TRIED = Shape.ofSorted(new Symbol[] {Symbol.of("success"), Symbol.of("value")});

    private Control() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("abort", Control::abort));
        registry.add(Builtin.of("addErrorContext", Control::addErrorContext));
        registry.add(Builtin.of("break", Value::force));
        registry.add(Builtin.of("deepSeq", Control::deepSeq));
        registry.add(Builtin.of("seq", Control::seq));
        registry.add(Builtin.of("throw", Control::raise));
        registry.add(Builtin.of("trace", Control::trace));
        registry.add(Builtin.of("traceVerbose", (message, value) -> value));
        registry.add(Builtin.of("tryEval", Control::tryEval));
        registry.add(Builtin.of("warn", Control::warn));
    }

    private static Value abort(Value message) {
        String text = Coercion.toText(
                        message,
                        Coercion.Mode.INTERPOLATION,
                        "while evaluating the error message passed to builtins.abort")
                .text();
        throw new EvalException(
                EvalException.Kind.ABORT, "evaluation aborted with the following error message: '" + text + "'");
    }

    private static Value raise(Value message) {
        String text = Coercion.toText(
                        message,
                        Coercion.Mode.INTERPOLATION,
                        "while evaluating the error message passed to builtin.throw")
                .text();
        throw new EvalException(EvalException.Kind.THROWN, text);
    }

    private static Value addErrorContext(Value context, Value value) {
        try {
            return value.force();
        } catch (EvalException e) {
            String text = Coercion.toText(
                            context,
                            Coercion.Mode.PLAIN,
                            "while evaluating the error message passed to builtins.addErrorContext")
                    .text();
            throw e.during(0, text);
        }
    }

    private static Value seq(Value first, Value value) {
        first.force();
        return value;
    }

    private static Value deepSeq(Value first, Value value) {
        Strictness.forceDeep(first);
        return value;
    }

    private static Value trace(Value message, Value value) {
        String text = message.force() instanceof StringValue string ? string.text() : Excerpt.whole(message);
        Evaluator.current().trace("trace: " + text);
        return value;
    }

    private static Value warn(Value message, Value value) {
        String text = Expect.string(message, "while evaluating the first argument; the message passed to builtins.warn")
                .text();
        Evaluator.current().trace("evaluation warning: " + text);
        return value;
    }

    private static Value tryEval(Value value) {
        try {
            value.force();
            return new AttrsValue(TRIED, new Value[] {BoolValue.TRUE, value}, null);
        } catch (EvalException e) {
            if (e.isCatchable()) {
                return new AttrsValue(TRIED, new Value[] {BoolValue.FALSE, BoolValue.FALSE}, null);
            }
            throw e;
        }
    }
}
