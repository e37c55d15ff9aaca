package dev.fairlead.nix.syntax;

import dev.fairlead.nix.syntax.Expr.AttrName;
import dev.fairlead.nix.syntax.Expr.Attrs;
import dev.fairlead.nix.syntax.Expr.Binding;
import dev.fairlead.nix.syntax.Expr.Bindings;
import dev.fairlead.nix.syntax.Expr.DynamicBinding;
import dev.fairlead.nix.syntax.SyntaxException.Related;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the definitions of a set and merges those of nested sets, as {@code ParserState::addAttr} of Nix does.
 *
 * <p>A set is merged into one that is already there in place, while the source is still being parsed: the collections of
 * a {@link Bindings} do not change any more once {@link Parser#parse} returns. When two sets merge, the first one says
 * whether the result is recursive (NixOS/nix#9020).
 */
final class Definitions {
    private final SyntaxErrors errors;

    Definitions(SyntaxErrors errors) {
        this.errors = errors;
    }

    static Bindings empty() {
        return new Bindings(new LinkedHashMap<>(), new ArrayList<>(1), new ArrayList<>(1));
    }

    /** Adds {@code path = value;}. */
    void add(Bindings bindings, List<AttrName> path, Expr value) {
        int start = path.getFirst().start();
        int last = path.size() - 1;
        Bindings target = bindings;
        for (int i = 0; i < last; i++) {
            target = descend(target, path, i, value.end());
        }
        AttrName name = path.get(last);
        if (name instanceof AttrName.Static(String known, int _, int _)) {
            define(target, known, new Binding.Plain(value, start), path);
        } else if (name instanceof AttrName.Dynamic(Expr computed, int _, int _)) {
            target.dynamic().add(new DynamicBinding(computed, value, start));
        }
    }

    /** Adds an inherited name, which merges with nothing. */
    void inherit(Bindings bindings, String name, Binding binding) {
        Binding earlier = bindings.attrs().putIfAbsent(name, binding);
        if (earlier != null) {
            throw duplicate(Identifiers.quoteIfNeeded(name), binding.start(), earlier.start());
        }
    }

    /** The set that component {@code i} of a path leads to, made if it is not there. */
    private Bindings descend(Bindings bindings, List<AttrName> path, int i, int end) {
        int start = path.getFirst().start();
        Attrs nested;
        if (path.get(i) instanceof AttrName.Dynamic(Expr computed, int _, int _)) {
            nested = new Attrs(false, empty(), start, end);
            bindings.dynamic().add(new DynamicBinding(computed, nested, start));
        } else {
            String name = ((AttrName.Static) path.get(i)).name();
            Binding earlier = bindings.attrs().get(name);
            if (earlier == null) {
                nested = new Attrs(false, empty(), start, end);
                bindings.attrs().put(name, new Binding.Plain(nested, start));
            } else {
                nested = setOf(earlier);
                if (nested == null) {
                    throw duplicate(Printer.path(path.subList(0, i + 1), errors.directory()), start, earlier.start());
                }
            }
        }
        return nested.bindings();
    }

    /** Adds a definition; {@code path}, whose last component is {@code name}, is for messages. */
    private void define(Bindings bindings, String name, Binding binding, List<AttrName> path) {
        Binding earlier = bindings.attrs().putIfAbsent(name, binding);
        if (earlier == null) {
            return;
        }
        Attrs into = setOf(earlier);
        Attrs from = setOf(binding);
        if (into == null || from == null) {
            throw duplicate(Printer.path(path, errors.directory()), binding.start(), earlier.start());
        }
        merge(into.bindings(), from.bindings(), path);
    }

    private void merge(Bindings into, Bindings from, List<AttrName> path) {
        int sources = into.inheritFrom().size();
        List<AttrName> inner = new ArrayList<>(path);
        for (Map.Entry<String, Binding> entry : from.attrs().entrySet()) {
            String name = entry.getKey();
            Binding binding = entry.getValue();
            if (binding instanceof Binding.InheritFrom inherited) {
                binding = new Binding.InheritFrom(inherited.source() + sources, inherited.name(), inherited.start());
            }
            inner.add(new AttrName.Static(name, binding.start(), binding.start()));
            define(into, name, binding, inner);
            inner.removeLast();
        }
        into.inheritFrom().addAll(from.inheritFrom());
        into.dynamic().addAll(from.dynamic());
    }

    private static @Nullable Attrs setOf(Binding binding) {
        return binding instanceof Binding.Plain(Attrs set, int _) ? set : null;
    }

    private SyntaxException duplicate(String path, int start, int earlier) {
        return errors.at(
                "attribute '" + path + "' already defined at " + errors.place(earlier),
                start,
                start + 1,
                new Related("first defined here", earlier, earlier + 1));
    }
}
