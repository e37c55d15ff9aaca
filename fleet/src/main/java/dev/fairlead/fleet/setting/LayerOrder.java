package dev.fairlead.fleet.setting;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order in which scopes are searched for settings: the paths {@code P* I*}, by {@code D < I < P}. That is, a scope,
 * then its imports, nearer ones first and in the order of their declaration among equals; then the scope around it in the
 * same way, and so on outwards. Each scope counts once, where it is first met.
 */
public final class LayerOrder {
    private final Function<String, List<String>> imports;
    private final Function<String, @Nullable String> parent;

    /**
     * @param imports the ids that a scope imports, in order
     * @param parent the id of the scope around, or null
     */
    public LayerOrder(Function<String, List<String>> imports, Function<String, @Nullable String> parent) {
        this.imports = imports;
        this.parent = parent;
    }

    /** The ids of the scopes that are searched from one, most specific first. Linear in their imports. */
    public List<String> from(String scope) {
        var ordered = new LinkedHashSet<String>();
        String at = scope;
        while (at != null) {
            addWithImports(at, ordered);
            at = parent.apply(at);
        }
        return List.copyOf(ordered);
    }

    /** Breadth first: nearer imports come before farther ones. */
    private void addWithImports(String scope, Set<String> ordered) {
        var queue = new ArrayDeque<String>(List.of(scope));
        while (!queue.isEmpty()) {
            String id = queue.remove();
            if (ordered.add(id)) {
                queue.addAll(imports.apply(id));
            }
        }
    }
}
