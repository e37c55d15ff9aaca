package dev.fairlead.fleet.content;

import dev.fairlead.nix.syntax.Expr;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Printer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a function says: its own text and that of the definitions around it that it refers to, and those that these refer
 * to, without comments, layout, and the order of attributes. What an imported file says is not in it, only its path.
 */
final class FunctionText {
    private final String directory;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> asked = new TreeSet<>();
    private final Set<Expr> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private boolean askedForAll;

    private record Piece(Expr expression, @Nullable Names names) {}

    private FunctionText(String directory) {
        this.directory = directory;
    }

    /**
     * The text of a function.
     *
     * @param directory the one that relative paths are resolved against
     */
    static FunctionText of(Expr.Lambda function, @Nullable Names names, String directory) {
        var text = new FunctionText(directory);
        if (function.formals() == null) {
            text.askedForAll = true;
        } else {
            function.formals().formals().forEach(formal -> text.asked.add(formal.name()));
        }
        text.add(function, names);
        while (!text.pieces.isEmpty()) {
            text.write(text.pieces.remove());
        }
        return text;
    }

    /** A byte string. */
    String text() {
        return text.toString();
    }

    /** Whether it may read an argument, its own or one of a function around it. */
    boolean asksFor(String argument) {
        return askedForAll || asked.contains(argument);
    }

    private void add(Expr expression, @Nullable Names names) {
        if (known.add(expression)) {
            pieces.add(new Piece(expression, names));
        }
    }

    private void write(Piece piece) {
        text.append(Printer.print(piece.expression(), directory)).append('\n');
        Names.visit(piece.expression(), piece.names(), (part, names) -> {
            if (part instanceof Expr.Var variable) {
                find(variable.name(), names);
            }
        });
    }

    private void find(String name, @Nullable Names from) {
        for (Names names = from; names != null; names = names.outer()) {
            switch (names) {
                case Names.Defined here -> {
                    Binding binding = here.bindings().attrs().get(name);
                    if (binding != null) {
                        define(binding, here);
                        return;
                    }
                }
                case Names.Given here -> {
                    if (here.isOne(name)) {
                        asked.add(name);
                        return;
                    }
                    if (here.isWhole(name)) {
                        askedForAll |= here.function().formals() != null;
                        return;
                    }
                }
                case Names.Opened _ -> {}
            }
        }
        for (Names names = from; names != null; names = names.outer()) {
            if (names instanceof Names.Opened opened) {
                add(opened.set(), opened.outer());
            }
        }
    }

    private void define(Binding binding, Names.Defined where) {
        switch (binding) {
            case Binding.Plain plain -> add(plain.value(), where);
            case Binding.Inherit inherit -> find(inherit.variable().name(), where.outer());
            case Binding.InheritFrom from -> add(where.bindings().inheritFrom().get(from.source()), where);
        }
    }
}
