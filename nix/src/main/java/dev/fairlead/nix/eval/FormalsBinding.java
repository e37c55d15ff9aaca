package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Suggestions;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the set given to {@code { a, b ? c, ... }: body} apart. */
final class FormalsBinding {
    private final int argumentSlot;
    private final Symbol[] names;
    private final int firstSlot;
    private final @Nullable Node[] defaults;
    private final Formals formals;

    /** Where the names stood in the last set. */
    private int @Nullable [] hints;

    /**
     * @param argumentSlot where the set is
     * @param names in the order of their slots, which begin at {@code firstSlot}
     * @param defaults for each name, or null if it has none
     */
    FormalsBinding(int argumentSlot, Symbol[] names, int firstSlot, @Nullable Node[] defaults, Formals formals) {
        this.argumentSlot = argumentSlot;
        this.names = names;
        this.firstSlot = firstSlot;
        this.defaults = defaults;
        this.formals = formals;
    }

    Formals formals() {
        return formals;
    }

    /**
     * Fills the slots of the formal arguments.
     *
     * @throws EvalException if the argument is no set, or not one with the right names
     */
    void bind(Value[] frame, Lambda function) {
        AttrsValue set = argument(frame, function);
        Shape shape = set.shape();
        int[] places = hints;
        if (places == null) {
            places = new int[names.length];
            hints = places;
        }
        int used = 0;
        for (int i = 0; i < names.length; i++) {
            Symbol name = names[i];
            int index = places[i];
            if (index >= shape.size() || shape.name(index) != name) {
                index = shape.indexOf(name);
                if (index < 0) {
                    if (defaults[i] == null) {
                        throw missing(name, function);
                    }
                    continue;
                }
                places[i] = index;
            }
            frame[firstSlot + i] = set.value(index);
            used++;
        }
        if (used != set.size() && !formals.ellipsis()) {
            throw unexpected(shape, function);
        }
        if (used != names.length) {
            bindDefaults(frame);
        }
    }

    /** Comes last, so that a default which is another formal argument finds its cell. */
    private void bindDefaults(Value[] frame) {
        for (int i = 0; i < names.length; i++) {
            Node fallback = defaults[i];
            @Nullable Value given = frame[firstSlot + i];
            if (given == null && fallback != null) {
                frame[firstSlot + i] = fallback.cell(frame);
            }
        }
    }

    private AttrsValue argument(Value[] frame, Lambda function) {
        try {
            Value value = frame[argumentSlot].force();
            if (value instanceof AttrsValue set) {
                return set;
            }
            throw Expect.wrong("a set", value);
        } catch (EvalException e) {
            throw e.at(function.innermostPlace())
                    .during(function.innermostPlace(), "while evaluating the value passed for the lambda argument");
        }
    }

    private static EvalException missing(Symbol name, Lambda function) {
        return new EvalException(
                EvalException.Kind.MISSING_ARGUMENT,
                "function '" + title(function) + "' called without required argument '" + name + "'",
                function.innermostPlace());
    }

    private EvalException unexpected(Shape shape, Lambda function) {
        List<Symbol> known = Arrays.asList(names);
        for (Symbol given : shape.names()) {
            if (!known.contains(given)) {
                return new EvalException(
                                EvalException.Kind.TYPE,
                                "function '" + title(function) + "' called with unexpected argument '" + given + "'",
                                function.innermostPlace())
                        .suggesting(Suggestions.of(
                                given.name(), known.stream().map(Symbol::name).toList()));
            }
        }
        throw new IllegalStateException("no argument is unexpected");
    }

    private static String title(Lambda function) {
        return function.name == null ? "anonymous lambda" : function.name;
    }
}
