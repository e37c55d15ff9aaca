package dev.fairlead.cli.suite;

import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The {@code expectedError} of a test.
 *
 * @param type one of {@link ErrorTypes}, or null for any
 * @param message what must be found in the message, or null for anything
 */
record ExpectedError(@Nullable String type, @Nullable MessagePattern message) {
    private static final Symbol TYPE = Symbol.of("type");
    private static final Symbol MSG = Symbol.of("msg");

    /**
     * Reads the attribute.
     *
     * @throws EvalException if it cannot be evaluated or is not {@code { type = "..."; msg = "..."; }}
     */
    static ExpectedError of(Value value) {
        AttrsValue set = Expect.attrs(value, "while evaluating expectedError");
        String type = text(set, TYPE, "while reading \"type\"");
        String message = text(set, MSG, "while reading \"msg\"");
        if (type == null && message == null) {
            throw new EvalException(EvalException.Kind.OTHER, "expectedError has neither 'type' nor 'msg'");
        }
        if (type != null && !ErrorTypes.NAMES.contains(type)) {
            String near = Suggestions.nearest(type, ErrorTypes.NAMES);
            throw new EvalException(
                    EvalException.Kind.OTHER,
                    "there is no error type '" + Bytes.encode(type) + "'"
                            + (near == null ? "" : "; did you mean " + near + "?"));
        }
        return new ExpectedError(type, message == null ? null : MessagePattern.of(message));
    }

    private static @Nullable String text(AttrsValue set, Symbol name, String during) {
        Value value = set.get(name);
        String text = value == null ? "" : Bytes.decode(Expect.stringWithoutContext(value, during));
        return text.isEmpty() ? null : text;
    }

    /** What is wrong with a failure, a sentence without a full stop; null if it is the expected one. */
    @Nullable
    String mismatch(RuntimeException failure) {
        if (type != null && !ErrorTypes.of(failure).contains(type)) {
            return "expected an error of type " + type + ", found one of type "
                    + ErrorTypes.of(failure).getFirst();
        }
        if (message != null && !message.isFoundIn(reason(failure))) {
            return "expected an error whose message matches '" + message + "'";
        }
        return null;
    }

    private static String reason(RuntimeException failure) {
        return Bytes.decode(
                switch (failure) {
                    case EvalException evaluation -> evaluation.reason();
                    case SyntaxException syntax -> syntax.reason();
                    default -> String.valueOf(failure.getMessage());
                });
    }
}
