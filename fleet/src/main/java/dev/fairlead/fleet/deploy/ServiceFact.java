package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.select.Fact;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service as a fact. Its tags are those of its {@code meta.tags}, those that rules give it, and those of its scope. */
final class ServiceFact implements Fact {
    private final DeployedService service;
    private final Facts.ScopeFact scope;
    private @Nullable AttrsValue fields;

    ServiceFact(DeployedService service, Facts.ScopeFact scope) {
        this.service = service;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "service";
    }

    @Override
    public String id() {
        return service.id();
    }

    @Override
    public String name() {
        return service.aspect();
    }

    @Override
    public boolean hasTag(String tag) {
        return tags().contains(tag);
    }

    private Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        Value written = facet("meta").force() instanceof AttrsValue meta ? meta.get("tags") : null;
        if (written != null && written.force() instanceof ListValue list) {
            for (Value item : list.items()) {
                if (item.force() instanceof StringValue tag) {
                    tags.add(Bytes.decode(tag.text()));
                }
            }
        }
        tags.addAll(service.tags());
        tags.addAll(scope.tags());
        return tags;
    }

    @Override
    public Fact parent() {
        return scope;
    }

    @Override
    public List<Fact> children() {
        return List.of();
    }

    @Override
    public AttrsValue fields() {
        AttrsValue known = fields;
        if (known == null) {
            known = read();
            fields = known;
        }
        return known;
    }

    private AttrsValue read() {
        var all = new TreeMap<String, Value>();
        all.put("kind", ScopeFields.text(kind()));
        all.put("id", ScopeFields.text(id()));
        all.put("name", ScopeFields.text(name()));
        all.put("aspect", ScopeFields.text(service.aspect()));
        all.put("instance", textOrNull(service.instance()));
        for (String kind : List.of("host", "environment", "user")) {
            all.put(kind, textOrNull(ScopeFields.nameAround(scope, kind)));
        }
        all.put(
                "provides",
                ScopeFields.texts(service.meta().provides().stream()
                        .map(Provide::capability)
                        .collect(Collectors.toCollection(TreeSet::new))));
        all.put(
                "requires",
                ScopeFields.texts(service.meta().requires().stream()
                        .map(Require::capability)
                        .collect(Collectors.toCollection(TreeSet::new))));
        all.put("tags", new Promise() {
            @Override
            protected Value compute() {
                return ScopeFields.texts(tags());
            }
        });
        Value settings = service.context().argument("settings");
        all.put("settings", settings == null ? AttrsValue.EMPTY : settings);
        all.put("meta", facet("meta"));
        all.put("state", facet("state"));
        return AttrSets.of(all);
    }

    /** A facet as it is in the scope of the service; null if the aspect does not have it, or the scope cannot call it. */
    private Value facet(String name) {
        Written written = service.facet(name);
        if (written == null) {
            return NullValue.NULL;
        }
        return new Promise() {
            private boolean running;

            @Override
            protected Value compute() {
                if (running) {
                    throw infiniteRecursion();
                }
                running = true;
                try {
                    Value value = service.context().resolve(written.cell());
                    return value instanceof FunctionValue ? NullValue.NULL : value;
                } finally {
                    running = false;
                }
            }
        };
    }

    private static Value textOrNull(@Nullable String text) {
        return text == null ? NullValue.NULL : ScopeFields.text(text);
    }
}
