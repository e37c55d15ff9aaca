package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Tells which settings a computation reads: it is run with settings that remember being read. What a computation takes
 * from an earlier one is not read again, so each gets a context of its own, from a new object of this class.
 */
final class SettingReads {
    private static final List<String> SCOPES = List.of("user", "host", "environment", "fleet");
    private static final Symbol SETTINGS = Symbol.of("settings");

    private final Set<SettingRead> read = new LinkedHashSet<>();
    private boolean watching;

    /** What functions of a service may ask for, with settings that remember being read. */
    Context watch(DeployedService service) {
        Context context = service.context();
        var watched = new TreeMap<String, Value>();
        Value own = context.argument("settings");
        if (own != null) {
            watched.put("settings", new Watched(own, new SettingRead(null, List.of())));
        }
        for (String kind : SCOPES) {
            Value scope = context.argument(kind);
            if (scope != null) {
                watched.put(kind, new WatchedScope(scope, kind));
            }
        }
        return context.with(Map.copyOf(watched));
    }

    /** Does something of which the reads count. */
    <T> T count(Supplier<T> work) {
        boolean before = watching;
        watching = true;
        try {
            return work.get();
        } finally {
            watching = before;
        }
    }

    /** The settings that were read. */
    List<SettingRead> all() {
        return List.copyOf(read);
    }

    /** A scope, such as {@code host}, whose {@code settings} are watched. */
    private final class WatchedScope extends Promise {
        private final Value scope;
        private final String kind;

        WatchedScope(Value scope, String kind) {
            this.scope = scope;
            this.kind = kind;
        }

        @Override
        protected Value compute() {
            if (!(scope.force() instanceof AttrsValue set) || set.get(SETTINGS) == null) {
                return scope;
            }
            Value[] values = set.values().clone();
            int settings = set.shape().indexOf(SETTINGS);
            values[settings] = new Watched(values[settings], new SettingRead(kind, List.of()));
            return new AttrsValue(set.shape(), values, set.positions());
        }
    }

    /** A setting, or a set of settings. */
    private final class Watched extends Promise {
        private final Value setting;
        private final SettingRead path;

        Watched(Value setting, SettingRead path) {
            this.setting = setting;
            this.path = path;
        }

        @Override
        protected Value compute() {
            Value value = setting.force();
            if (!(value instanceof AttrsValue set)) {
                if (watching) {
                    read.add(path);
                }
                return value;
            }
            Value[] values = new Value[set.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = new Watched(set.value(i), path.below(set.name(i)));
            }
            return new AttrsValue(set.shape(), values, set.positions());
        }
    }
}
