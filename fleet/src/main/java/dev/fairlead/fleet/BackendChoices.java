package dev.fairlead.fleet;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The backends that scopes choose for routed classes: {@code backends.reverse-proxy = "caddy"}. */
final class BackendChoices {
    private BackendChoices() {}

    /** By scope id, then by class. What is no name, or has no value, chooses nothing. */
    static SortedMap<String, SortedMap<String, String>> of(Declarations declarations) {
        var choices = new TreeMap<String, SortedMap<String, String>>();
        for (ScopeDeclaration scope : declarations.scopes()) {
            Value written = scope.attributes().get("backends");
            if (written != null && value(written) instanceof AttrsValue backends) {
                SortedMap<String, String> chosen = chosen(backends);
                if (!chosen.isEmpty()) {
                    choices.put(scope.id(), chosen);
                }
            }
        }
        return choices;
    }

    private static SortedMap<String, String> chosen(AttrsValue backends) {
        var chosen = new TreeMap<String, String>();
        for (int i = 0; i < backends.size(); i++) {
            if (value(backends.value(i)) instanceof StringValue name) {
                chosen.put(Bytes.decode(backends.name(i).name()), Bytes.decode(name.text()));
            }
        }
        return chosen;
    }

    private static @Nullable Value value(Value cell) {
        try {
            return cell.force();
        } catch (EvalException | SyntaxException failure) {
            return null;
        }
    }
}
