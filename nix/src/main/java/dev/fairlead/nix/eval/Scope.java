package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that can be seen at a place of the program, and where their cells will be. */
final class Scope {
    /** The frame that is being laid out for one function or file. */
    static final class Layout {
        private int size = 1;

        /** A slot that nothing else uses. */
        int allocate() {
            return size++;
        }

        /** How many slots the frame needs, slot 0 included. */
        int size() {
            return size;
        }
    }

    /** What a name means. */
    sealed interface Meaning {
        /** A slot of the frame {@code depth} functions further out. */
        record Bound(int depth, int slot) implements Meaning {}

        /** A global variable, or one given to {@code scopedImport}. */
        record Global(Value cell, boolean builtin) implements Meaning {}

        /** Bound by none, but {@code with} expressions may provide it; innermost first. */
        record FromWith(List<WithVariable.WithScope> scopes) implements Meaning {}

        /** Nothing. */
        record Unbound() implements Meaning {}
    }

    private static final int NO_WITH = -1;

    private final @Nullable Scope outer;
    private final Layout layout;
    private final Map<String, Integer> slots = new HashMap<>();
    private final int withSlot;

    /** Only of the outermost scope. */
    private final Map<String, Value> given;

    private final Map<String, Value> globals;

    private Scope(
            @Nullable Scope outer, Layout layout, int withSlot, Map<String, Value> given, Map<String, Value> globals) {
        this.outer = outer;
        this.layout = layout;
        this.withSlot = withSlot;
        this.given = given;
        this.globals = globals;
    }

    /** The scope of a file: {@code given} variables hide {@code globals}. */
    static Scope ofFile(Map<String, Value> given, Map<String, Value> globals) {
        return new Scope(null, new Layout(), NO_WITH, given, globals);
    }

    /** A scope inside this one, in the same frame. */
    Scope nested() {
        return new Scope(this, layout, NO_WITH, Map.of(), globals);
    }

    /** The scope of the arguments of a function inside this one, with a frame of its own. */
    Scope function() {
        return new Scope(this, new Layout(), NO_WITH, Map.of(), globals);
    }

    /** The scope inside a {@code with} whose set is in a slot of the same frame. */
    Scope with(int slot) {
        return new Scope(this, layout, slot, Map.of(), globals);
    }

    Layout layout() {
        return layout;
    }

    /** Binds a name in this scope to a new slot. */
    int bind(String name) {
        int slot = layout.allocate();
        slots.put(name, slot);
        return slot;
    }

    /** What a name means here. */
    Meaning find(String name) {
        int depth = 0;
        List<WithVariable.WithScope> withs = List.of();
        for (Scope scope = this; ; scope = scope.outer) {
            Integer slot = scope.slots.get(name);
            if (slot != null) {
                return new Meaning.Bound(depth, slot);
            }
            if (scope.withSlot != NO_WITH) {
                withs = withs.isEmpty() ? new ArrayList<>(2) : withs;
                withs.add(new WithVariable.WithScope(depth, scope.withSlot));
            }
            if (scope.outer == null) {
                return scope.findOutside(name, withs);
            }
            if (scope.outer.layout != scope.layout) {
                depth++;
            }
        }
    }

    private Meaning findOutside(String name, List<WithVariable.WithScope> withs) {
        Value cell = given.get(name);
        if (cell != null) {
            return new Meaning.Global(cell, false);
        }
        cell = globals.get(name);
        if (cell != null) {
            return new Meaning.Global(cell, true);
        }
        return withs.isEmpty() ? new Meaning.Unbound() : new Meaning.FromWith(withs);
    }

    /** All names that are bound here, sorted. */
    Set<String> names() {
        TreeSet<String> names = new TreeSet<>(globals.keySet());
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.slots.keySet());
            names.addAll(scope.given.keySet());
        }
        return names;
    }
}
