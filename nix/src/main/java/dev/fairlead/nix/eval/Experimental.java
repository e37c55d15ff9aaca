package dev.fairlead.nix.eval;

import dev.fairlead.nix.value.AttrsValue;
import java.util.Map;

/**
 * Builtins that Nix itself has only when a setting turns them on. They are missing here too, so that programs which ask
 * {@code builtins ? fetchClosure} take the way they take in an ordinary Nix.
 */
final class Experimental {
    private static final Map<String, String> SETTINGS = Map.of(
            "fetchClosure", "the experimental feature 'fetch-closure'",
            "exec", "the setting 'allow-unsafe-native-code-during-evaluation'",
            "importNative", "the setting 'allow-unsafe-native-code-during-evaluation'");

    private Experimental() {}

    /** Why a set lacks an attribute, to be appended to the sentence that it does; empty for all other sets and names. */
    static String reason(String name, AttrsValue set) {
        String setting = SETTINGS.get(name);
        return setting != null && set == Evaluator.current().builtins()
                ? ": Nix has it with " + setting + ", which Fairlead does not offer"
                : "";
    }
}
