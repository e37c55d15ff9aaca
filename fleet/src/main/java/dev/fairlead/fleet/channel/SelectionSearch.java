package dev.fairlead.fleet.channel;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches a source for selections of channels from the arguments {@code pipes} and {@code channels}: {@code pipes.c},
 * {@code args.pipes.c} where {@code args} is all arguments of a function, {@code inherit (pipes) c} and
 * {@code with pipes; c}. Names mean what they are bound to where they stand; a name that is computed is not found.
 */
final class SelectionSearch {
    private static final Set<String> ARGUMENTS = Set.of("pipes", "channels");

    /** A definition, by where its attribute path begins and by its name: {@code a.b = 1;} is two at one place. */
    record Defined(int start, String name) {}

    /** From the first byte to after the last. */
    record Range(int start, int end) {}

    /**
     * What names stand for.
     *
     * @param items names of {@code pipes} and {@code channels}
     * @param arguments names of sets that hold these
     * @param bound names that something around binds, which no {@code with} changes
     * @param opened whether a {@code with} around brings in all channels
     */
    private record Meaning(Set<String> items, Set<String> arguments, Set<String> bound, boolean opened) {
        static final Meaning NONE = new Meaning(Set.of(), Set.of(), Set.of(), false);

        /** Inside of something that opens all channels. */
        Meaning open() {
            return new Meaning(items, arguments, bound, true);
        }

        boolean isEmpty() {
            return items.isEmpty() && arguments.isEmpty();
        }
    }

    private final List<Selected> found = new ArrayList<>();
    private final Map<Defined, Range> definitions = new HashMap<>();
    private final Map<Integer, Range> functions = new HashMap<>();

    private SelectionSearch() {}

    static SelectionSearch of(Expr tree) {
        var search = new SelectionSearch();
        search.visit(tree, Meaning.NONE, true);
        return search;
    }

    /** All selections, in no particular order. */
    List<Selected> found() {
        return found;
    }

    /** Where the value of a definition stands, or null. */
    @Nullable
    Range definition(int start, String name) {
        return definitions.get(new Defined(start, name));
    }

    /** Where the function that begins at an offset stands, or null. */
    @Nullable
    Range function(int start) {
        return functions.get(start);
    }

    /** @param bound true if the expression is what a name is bound to, or a whole file */
    private void visit(Expr expression, Meaning meaning, boolean bound) {
        switch (expression) {
            case Expr.Select select -> select(select, meaning);
            case Expr.Lambda lambda -> lambda(lambda, meaning, bound);
            case Expr.Let let -> {
                Meaning inner = bind(let.bindings(), meaning);
                bindings(let.bindings(), inner);
                visit(let.body(), inner, false);
            }
            case Expr.Attrs attrs ->
                bindings(attrs.bindings(), attrs.recursive() ? bind(attrs.bindings(), meaning) : meaning);
            case Expr.OldLet let -> bindings(let.bindings(), bind(let.bindings(), meaning));
            case Expr.With with -> {
                visit(with.scope(), meaning, false);
                visit(with.body(), isItems(with.scope(), meaning) ? meaning.open() : meaning, false);
            }
            case Expr.Var variable -> opened(variable, meaning);
            default -> Parts.of(expression, part -> visit(part, meaning, false));
        }
    }

    /** Whether an expression is all channels: {@code pipes}, {@code args.pipes}. */
    private static boolean isItems(Expr expression, Meaning meaning) {
        return switch (expression) {
            case Expr.Var variable -> meaning.items().contains(variable.name());
            case Expr.Select select ->
                select.path().size() == 1
                        && select.subject() instanceof Expr.Var variable
                        && meaning.arguments().contains(variable.name())
                        && select.path().getFirst() instanceof AttrName.Static name
                        && ARGUMENTS.contains(name.name());
            default -> false;
        };
    }

    private void opened(Expr.Var variable, Meaning meaning) {
        if (meaning.opened() && !meaning.bound().contains(variable.name())) {
            found.add(new Selected(Bytes.decode(variable.name()), variable.start(), false));
        }
    }

    private void select(Expr.Select select, Meaning meaning) {
        if (!meaning.isEmpty() && select.subject() instanceof Expr.Var variable) {
            int next = -1;
            if (meaning.items().contains(variable.name())) {
                next = 0;
            } else if (meaning.arguments().contains(variable.name())
                    && select.path().getFirst() instanceof AttrName.Static first
                    && ARGUMENTS.contains(first.name())) {
                next = 1;
            }
            if (next >= 0 && next < select.path().size() && select.path().get(next) instanceof AttrName.Static name) {
                found.add(new Selected(Bytes.decode(name.name()), select.start(), true));
            }
        }
        Parts.of(select, part -> visit(part, meaning, false));
    }

    private void lambda(Expr.Lambda lambda, Meaning meaning, boolean named) {
        functions.put(lambda.start(), new Range(lambda.start(), lambda.end()));
        var items = new HashSet<>(meaning.items());
        var arguments = new HashSet<>(meaning.arguments());
        var bound = new HashSet<>(meaning.bound());
        String whole = lambda.param();
        if (lambda.formals() != null) {
            for (Expr.Formal formal : lambda.formals().formals()) {
                bound.add(formal.name());
                arguments.remove(formal.name());
                if (ARGUMENTS.contains(formal.name())) {
                    items.add(formal.name());
                } else {
                    items.remove(formal.name());
                }
            }
        }
        if (whole != null) {
            bound.add(whole);
            items.remove(whole);
            // A function that nobody named is an argument of another, and takes what that one gives it
            if (lambda.formals() != null || named) {
                arguments.add(whole);
            } else {
                arguments.remove(whole);
            }
        }
        Meaning inner = new Meaning(items, arguments, bound, meaning.opened());
        Parts.of(lambda, part -> visit(part, inner, named && isFunction(part)));
    }

    private static boolean isFunction(Expr expression) {
        return expression instanceof Expr.Lambda;
    }

    /** What names mean among definitions that see each other. */
    private static Meaning bind(Bindings bindings, Meaning outside) {
        var items = new HashSet<>(outside.items());
        var arguments = new HashSet<>(outside.arguments());
        bindings.attrs().forEach((name, binding) -> {
            boolean kept = binding instanceof Binding.Inherit;
            boolean taken = binding instanceof Binding.InheritFrom from
                    && ARGUMENTS.contains(name)
                    && bindings.inheritFrom().get(from.source()) instanceof Expr.Var variable
                    && outside.arguments().contains(variable.name());
            if (taken) {
                items.add(name);
            } else if (!kept) {
                items.remove(name);
                arguments.remove(name);
            }
        });
        var bound = new HashSet<>(outside.bound());
        bound.addAll(bindings.attrs().keySet());
        return new Meaning(items, arguments, bound, outside.opened());
    }

    private void bindings(Bindings bindings, Meaning meaning) {
        bindings.inheritFrom().forEach(source -> visit(source, meaning, false));
        bindings.attrs().forEach((name, binding) -> {
            switch (binding) {
                case Binding.Plain plain -> {
                    Expr value = plain.value();
                    definitions.put(new Defined(plain.start(), name), new Range(value.start(), value.end()));
                    visit(value, meaning, true);
                }
                case Binding.Inherit inherit -> opened(inherit.variable(), meaning);
                case Binding.InheritFrom from -> {
                    if (bindings.inheritFrom().get(from.source()) instanceof Expr.Var variable
                            && meaning.items().contains(variable.name())) {
                        found.add(new Selected(Bytes.decode(name), from.start(), true));
                    }
                }
            }
        });
        bindings.dynamic().forEach(binding -> {
            visit(binding.name(), meaning, false);
            visit(binding.value(), meaning, true);
        });
    }
}
