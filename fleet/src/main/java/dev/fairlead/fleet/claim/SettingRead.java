package dev.fairlead.fleet.claim;

import dev.fairlead.nix.value.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting that was read.
 *
 * @param scope the kind of the scope through which it was, for {@code host.settings} and the like; null for the settings
 *     of the service itself
 * @param path in a scope's settings with the aspect's path
 */
public record SettingRead(@Nullable String scope, List<Symbol> path) {
    public SettingRead {
        path = List.copyOf(path);
    }

    SettingRead below(Symbol name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return new SettingRead(scope, longer);
    }
}
