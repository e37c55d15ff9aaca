package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import java.util.List;
import java.util.function.Consumer;

/** The expressions directly in another, for those who look for something in a tree and care for few of its forms. */
public final class Parts {
    private Parts() {}

    /** Visits the parts of an expression, in the order they are written, but for those of bindings. */
    public static void of(Expr expression, Consumer<? super Expr> visit) {
        switch (expression) {
            case Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.StringLiteral _,
                    Expr.PathLiteral _,
                    Expr.SearchPath _,
                    Expr.Var _,
                    Expr.CurrentPosition _ -> {}
            case Expr.Interpolation text -> text.parts().forEach(visit);
            case Expr.PathInterpolation path -> path.parts().forEach(visit);
            case Expr.Select select -> {
                visit.accept(select.subject());
                names(select.path(), visit);
                if (select.fallback() != null) {
                    visit.accept(select.fallback());
                }
            }
            case Expr.HasAttr has -> {
                visit.accept(has.subject());
                names(has.path(), visit);
            }
            case Expr.Apply apply -> {
                visit.accept(apply.function());
                apply.args().forEach(visit);
            }
            case Expr.Lambda lambda -> {
                if (lambda.formals() != null) {
                    for (Expr.Formal formal : lambda.formals().formals()) {
                        if (formal.fallback() != null) {
                            visit.accept(formal.fallback());
                        }
                    }
                }
                visit.accept(lambda.body());
            }
            case Expr.Let let -> {
                of(let.bindings(), visit);
                visit.accept(let.body());
            }
            case Expr.Attrs attrs -> of(attrs.bindings(), visit);
            case Expr.OldLet let -> of(let.bindings(), visit);
            case Expr.ListOf list -> list.items().forEach(visit);
            case Expr.If choice ->
                List.of(choice.condition(), choice.yes(), choice.no()).forEach(visit);
            case Expr.With with -> List.of(with.scope(), with.body()).forEach(visit);
            case Expr.Assert claim -> List.of(claim.condition(), claim.body()).forEach(visit);
            case Expr.Unary unary -> visit.accept(unary.operand());
            case Expr.Binary binary -> List.of(binary.left(), binary.right()).forEach(visit);
        }
    }

    private static void of(Bindings bindings, Consumer<? super Expr> visit) {
        bindings.inheritFrom().forEach(visit);
        for (Binding binding : bindings.attrs().values()) {
            switch (binding) {
                case Binding.Plain plain -> visit.accept(plain.value());
                case Binding.Inherit inherit -> visit.accept(inherit.variable());
                case Binding.InheritFrom _ -> {} // its source is visited once, above
            }
        }
        bindings.dynamic().forEach(binding -> {
            visit.accept(binding.name());
            visit.accept(binding.value());
        });
    }

    private static void names(List<AttrName> path, Consumer<? super Expr> visit) {
        for (AttrName name : path) {
            if (name instanceof AttrName.Dynamic computed) {
                visit.accept(computed.expression());
            }
        }
    }
}
