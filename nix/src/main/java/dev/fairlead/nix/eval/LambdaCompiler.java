package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.value.Formals;
import dev.fairlead.nix.value.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles functions; a chain of functions becomes one of several arguments. */
final class LambdaCompiler {
    /** Calls hand over at most three arguments at once, and more than these hardly ever come. */
    private static final int MOST_ARGUMENTS = 8;

    private final Compiler compiler;

    LambdaCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Lambda compile(Expr.Lambda lambda, Scope scope, @Nullable String name) {
        Scope inner = scope.function();
        Expr.Lambda last = lambda;
        List<@Nullable Symbol> parameters = new ArrayList<>();
        int[] places = new int[MOST_ARGUMENTS];
        places[0] = compiler.position(last.start());
        parameters.add(bindArgument(last, inner));
        while (last.formals() == null
                && last.body() instanceof Expr.Lambda next
                && parameters.size() < MOST_ARGUMENTS) {
            last = next;
            places[parameters.size()] = compiler.position(last.start());
            parameters.add(bindArgument(last, inner));
        }
        Expr.Formals formals = last.formals();
        FormalsBinding binding = formals == null ? null : bindFormals(formals, last.param(), parameters.size(), inner);
        Node body = compiler.compile(last.body(), inner);
        return new Lambda(
                parameters.toArray(new @Nullable Symbol[0]),
                binding,
                name,
                Arrays.copyOf(places, parameters.size()),
                inner.layout().size(),
                body);
    }

    private static @Nullable Symbol bindArgument(Expr.Lambda lambda, Scope scope) {
        String param = lambda.param();
        if (param == null) {
            scope.layout().allocate();
            return null;
        }
        scope.bind(param);
        return Symbol.of(param);
    }

    private FormalsBinding bindFormals(Expr.Formals formals, @Nullable String whole, int slot, Scope scope) {
        List<Expr.Formal> written = formals.formals();
        Symbol[] names = new Symbol[written.size()];
        int firstSlot = slot + 1;
        for (int i = 0; i < names.length; i++) {
            names[i] = Symbol.of(written.get(i).name());
            scope.bind(written.get(i).name());
        }
        @Nullable Node[] defaults = new Node[names.length];
        List<Formals.Formal> described = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            Expr.Formal formal = written.get(i);
            Expr fallback = formal.fallback();
            defaults[i] = fallback == null ? null : compiler.compile(fallback, scope, formal.name());
            described.add(new Formals.Formal(names[i], fallback != null, compiler.position(formal.start())));
        }
        described.sort((a, b) -> a.name().compareTo(b.name()));
        Formals description =
                new Formals(whole == null ? null : Symbol.of(whole), List.copyOf(described), formals.ellipsis());
        return new FormalsBinding(slot, names, firstSlot, defaults, description);
    }
}
