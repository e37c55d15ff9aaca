package dev.fairlead.fleet.content;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.FunctionValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of functions. A source is parsed again when one of its functions is first asked for. */
final class FunctionTexts {
    private final Evaluator evaluator;
    private final Places places;
    private final Map<Source, Map<Integer, Written>> functions = new HashMap<>();
    private final Map<Integer, Optional<FunctionText>> texts = new HashMap<>();

    private record Written(Expr.Lambda function, @Nullable Names names) {}

    FunctionTexts(Evaluator evaluator, Places places) {
        this.evaluator = evaluator;
        this.places = places;
    }

    /** The text of a function, or null for one that is not written in Nix. */
    @Nullable
    FunctionText of(FunctionValue function) {
        return texts.computeIfAbsent(function.position(), position -> Optional.ofNullable(read(position)))
                .orElse(null);
    }

    private @Nullable FunctionText read(int position) {
        Source source = evaluator.sources().sourceOf(position);
        if (source == null) {
            return null;
        }
        Written written = functions.computeIfAbsent(source, this::functions).get(position - source.position(0));
        return written == null ? null : FunctionText.of(written.function(), written.names(), places.folder(source));
    }

    private Map<Integer, Written> functions(Source source) {
        var found = new HashMap<Integer, Written>();
        Names.visit(Parser.parse(source, evaluator.options().features()), null, (expression, names) -> {
            if (expression instanceof Expr.Lambda function) {
                found.put(function.start(), new Written(function, names));
            }
        });
        return found;
    }
}
