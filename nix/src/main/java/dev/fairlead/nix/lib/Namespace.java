package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One namespace of {@code lib}. Its contents come from three places, the first of which that has a name gives it:
 * functions in Java, {@code builtins}, and Nix sources beside this package, each a function of {@code lib}, and perhaps of
 * {@link Catalogue#OWN}, that returns a set.
 *
 * @param name as in {@code lib.NAME}
 * @param natives registers the functions in Java, which may need {@link Catalogue#OWN}
 * @param builtins what is taken from {@code builtins} under its own name
 * @param exported which names are in {@code lib} itself too
 * @param sources the names of the Nix sources, without {@code .nix}
 */
record Namespace(
        String name,
        BiConsumer<Registry, Value> natives,
        List<String> builtins,
        List<String> exported,
        List<String> sources) {

    /** A namespace of which all comes from Nix sources. */
    static Namespace of(String name, String... sources) {
        return new Namespace(name, (_, _) -> {}, List.of(), List.of(), List.of(sources));
    }

    Namespace natives(Consumer<Registry> functions) {
        return new Namespace(name, (registry, _) -> functions.accept(registry), builtins, exported, sources);
    }

    /** Functions in Java that need {@link Catalogue#OWN}, given as the second argument. */
    Namespace nativesOf(BiConsumer<Registry, Value> functions) {
        return new Namespace(name, functions, builtins, exported, sources);
    }

    /** @param names separated by white space */
    Namespace builtins(String names) {
        return new Namespace(name, natives, words(names), exported, sources);
    }

    /** @param names separated by white space */
    Namespace exports(String names) {
        return new Namespace(name, natives, builtins, words(names), sources);
    }

    private static List<String> words(String names) {
        return List.of(names.strip().split("\\s+"));
    }
}
