package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import java.util.List;

/** The names that {@code expectedError.type} knows failures by: those of nix-unit, which are the classes of Nix. */
final class ErrorTypes {
    static final List<String> NAMES = List.of(
            "RestrictedPathError",
            "MissingArgumentError",
            "UndefinedVarError",
            "TypeError",
            "Abort",
            "ThrownError",
            "AssertionError",
            "ParseError",
            "InfiniteRecursionError",
            "EvalError",
            "Error");

    private ErrorTypes() {}

    /**
     * The names of a failure, the most telling first. There is more than one where nix-unit gives the name of a larger
     * class although Nix tells the difference.
     */
    static List<String> of(RuntimeException failure) {
        if (failure instanceof SyntaxException syntax) {
            return List.of(syntax.reason().startsWith("undefined variable") ? "UndefinedVarError" : "ParseError");
        }
        if (!(failure instanceof EvalException evaluation)) {
            return List.of();
        }
        return switch (evaluation.kind()) {
            case THROWN -> List.of("ThrownError");
            case ASSERTION -> List.of("AssertionError");
            case ABORT -> List.of("Abort");
            case TYPE -> List.of("TypeError");
            case UNDEFINED_VARIABLE -> List.of("UndefinedVarError");
            case MISSING_ARGUMENT -> List.of("MissingArgumentError", "TypeError");
            case INFINITE_RECURSION -> List.of("InfiniteRecursionError", "EvalError");
            case INPUT -> List.of("RestrictedPathError", "Error", "EvalError");
            case LIMIT -> List.of("Error", "EvalError");
            case MISSING_ATTRIBUTE, OTHER -> List.of("EvalError", "Error");
        };
    }
}
