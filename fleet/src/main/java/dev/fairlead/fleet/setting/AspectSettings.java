package dev.fairlead.fleet.setting;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The settings of one aspect as one scope sees them, or one instance. Computed as far as they are read. */
public final class AspectSettings {
    private final String viewer;
    private final AspectName aspect;
    private final List<String> searched;
    private final Supplier<Cascade> source;
    private @Nullable Cascade cascade;
    private boolean running;
    private @Nullable AttrsValue value;

    AspectSettings(String viewer, AspectName aspect, List<String> searched, Supplier<Cascade> source) {
        this.viewer = viewer;
        this.aspect = aspect;
        this.searched = searched;
        this.source = source;
    }

    /** The id of the scope, or of the service where it is an instance. */
    public String viewer() {
        return viewer;
    }

    /** The path of the aspect. */
    public String aspect() {
        return aspect.path();
    }

    /** The fields, each held to its type when it is read; {@code settings} of the functions of a service. */
    public Value value() {
        return new Promise() {
            @Override
            protected Value compute() {
                return fields();
            }
        };
    }

    private AttrsValue fields() {
        AttrsValue known = value;
        if (known == null) {
            known = cascade().value(missing());
            value = known;
        }
        return known;
    }

    /** For each field the layers that its value has something of, most specific first; {@code settingSources}. */
    public Value sources() {
        return new Promise() {
            @Override
            protected Value compute() {
                return new FieldTree(field -> new Promise() {
                            @Override
                            protected Value compute() {
                                return layers(field);
                            }
                        })
                        .of(cascade().allFields());
            }
        };
    }

    private ListValue layers(Field field) {
        return new ListValue(new FieldProvenance(cascade().field(field))
                .effectiveLayers().stream()
                        .map(layer -> new StringValue(Bytes.encode(layer)))
                        .toArray(Value[]::new));
    }

    Blame missing() {
        return new SettingBlame(aspect, viewer, searched, cascade().schemas());
    }

    /** Reads the schema and finds the layers that say something of the aspect. */
    Cascade cascade() {
        Cascade known = cascade;
        if (known != null) {
            return known;
        }
        if (running) {
            // A schema reads the fields that it is to declare.
            throw new EvalException(EvalException.Kind.INFINITE_RECURSION, "infinite recursion encountered");
        }
        running = true;
        try {
            known = source.get();
            cascade = known;
            return known;
        } finally {
            running = false;
        }
    }
}
