package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.store.Store;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Shape;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The global variables: {@code builtins}, and its contents under names of their own. */
public final class Builtins {
    /** What is global under its own name; everything else is as {@code __name}. */
    private static final Set<String> UNPREFIXED = Set.of(
            "abort",
            "baseNameOf",
            "break",
            "builtins",
            "derivation",
            "derivationStrict",
            "dirOf",
            "false",
            "fetchGit",
            "fetchMercurial",
            "fetchTarball",
            "fetchTree",
            "fromTOML",
            "import",
            "isNull",
            "map",
            "null",
            "placeholder",
            "removeAttrs",
            "scopedImport",
            "throw",
            "toString",
            "true");

    private Builtins() {}

    /** The global variables of an evaluation, by name. */
    public static Map<String, Value> globals(Evaluator evaluator) {
        Registry registry = new Registry();
        register(registry, evaluator);
        Itself builtins = new Itself(registry);
        registry.add("builtins", builtins);
        Map<String, Value> globals = new HashMap<>();
        registry.entries().forEach((name, value) -> globals.put(UNPREFIXED.contains(name) ? name : "__" + name, value));
        globals.put("builtins", builtins.force());
        return globals;
    }

    private static void register(Registry registry, Evaluator evaluator) {
        Options options = evaluator.options();
        registry.add("true", BoolValue.TRUE);
        registry.add("false", BoolValue.FALSE);
        registry.add("null", NullValue.NULL);
        Types.register(registry);
        Numbers.register(registry);
        Lists.register(registry);
        Attrs.register(registry);
        Control.register(registry);
        GenericClosure.register(registry);
        FileAccess.register(registry);
        SearchPath.register(registry, options);
        Environment.register(registry, options);
        Strings.register(registry);
        Regexes.register(registry);
        Versions.register(registry);
        Paths.register(registry);
        Hashes.register(registry);
        Documents.register(registry);
        Contexts.register(registry);
        Store store = new Store(evaluator.files());
        evaluator.copyPathsTo(store);
        StoreAccess.register(registry, store);
        OutputReferences.register(registry, store);
        Derivations.register(registry, store);
        DerivationSet.register(registry);
        Fetchers.register(registry, store);
    }

    /** {@code builtins}, which contains itself. */
    private static final class Itself extends Promise {
        private final Registry registry;

        Itself(Registry registry) {
            this.registry = registry;
        }

        @Override
        protected Value compute() {
            SortedMap<String, Value> entries = registry.entries();
            Symbol[] names = entries.keySet().stream().map(Symbol::of).toArray(Symbol[]::new);
            return new AttrsValue(Shape.ofSorted(names), entries.values().toArray(Value[]::new), null);
        }
    }
}
