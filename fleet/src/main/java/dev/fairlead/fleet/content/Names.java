package dev.fairlead.fleet.content;

import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Parts;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What binds the names at a place of a source, from the inside out. */
sealed interface Names {
    /** Null at the top of a file. */
    @Nullable
    Names outer();

    /** Definitions that see each other. */
    record Defined(Bindings bindings, @Nullable Names outer) implements Names {}

    /** The arguments of a function. */
    record Given(Expr.Lambda function, @Nullable Names outer) implements Names {
        /** Whether a name stands for all arguments at once. */
        boolean isWhole(String name) {
            return name.equals(function.param());
        }

        boolean isOne(String name) {
            Expr.Formals formals = function.formals();
            return formals != null
                    && formals.formals().stream()
                            .anyMatch(formal -> formal.name().equals(name));
        }
    }

    /** Whatever a set that {@code with} opens has. */
    record Opened(Expr set, @Nullable Names outer) implements Names {}

    /** Visits an expression and all in it, each with what binds the names there. */
    static void visit(Expr expression, @Nullable Names names, BiConsumer<Expr, @Nullable Names> visitor) {
        visitor.accept(expression, names);
        switch (expression) {
            case Expr.Lambda lambda -> {
                var inside = new Given(lambda, names);
                Parts.of(lambda, part -> visit(part, inside, visitor));
            }
            case Expr.Let let -> {
                var inside = new Defined(let.bindings(), names);
                bindings(let.bindings(), inside, names, visitor);
                visit(let.body(), inside, visitor);
            }
            case Expr.OldLet let -> bindings(let.bindings(), new Defined(let.bindings(), names), names, visitor);
            case Expr.Attrs set ->
                bindings(set.bindings(), set.recursive() ? new Defined(set.bindings(), names) : names, names, visitor);
            case Expr.With with -> {
                visit(with.scope(), names, visitor);
                visit(with.body(), new Opened(with.scope(), names), visitor);
            }
            default -> Parts.of(expression, part -> visit(part, names, visitor));
        }
    }

    /** @param outside where inherited names are looked up */
    private static void bindings(
            Bindings bindings,
            @Nullable Names inside,
            @Nullable Names outside,
            BiConsumer<Expr, @Nullable Names> visitor) {
        bindings.inheritFrom().forEach(from -> visit(from, inside, visitor));
        bindings.attrs().values().forEach(binding -> {
            switch (binding) {
                case Binding.Plain plain -> visit(plain.value(), inside, visitor);
                case Binding.Inherit inherit -> visitor.accept(inherit.variable(), outside);
                case Binding.InheritFrom _ -> {}
            }
        });
        bindings.dynamic().forEach(binding -> {
            visit(binding.name(), inside, visitor);
            visit(binding.value(), inside, visitor);
        });
    }
}
