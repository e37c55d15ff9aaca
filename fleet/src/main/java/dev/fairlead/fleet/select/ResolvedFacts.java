package dev.fairlead.fleet.select;

import dev.fairlead.fleet.resolution.Coordination.Setting;
import dev.fairlead.fleet.resolution.Coordination.StateClaim;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The scopes and services of a resolution as facts, with the fields that rules see. */
final class ResolvedFacts {
    static final String SERVICE = "service";
    private static final String HOST = "host";
    private static final Data.Fields NO_FIELDS = new Data.Fields(new TreeMap<>());

    private final Resolution resolution;
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<String, ResolvedFact> facts = new LinkedHashMap<>();
    private final Map<String, List<Fact>> inside = new HashMap<>();
    private final Map<String, Data> kept = new HashMap<>();
    private final Map<String, TreeSet<String>> tagged = new HashMap<>();

    private ResolvedFacts(Resolution resolution) {
        this.resolution = resolution;
        resolution.scopes().forEach(scope -> scopes.put(scope.id(), scope));
        for (StateClaim claim : resolution.coordination().state()) {
            kept.put(claim.service(), claim.value());
        }
        for (Firing firing : resolution.coordination().rules()) {
            if (firing.action().equals("tag")) {
                tagged.computeIfAbsent(firing.target(), _ -> new TreeSet<>()).add(firing.what());
            }
        }
    }

    static Collection<? extends Fact> of(Resolution resolution) {
        var all = new ResolvedFacts(resolution);
        resolution.scopes().forEach(all::scope);
        resolution.services().forEach(all::service);
        return all.facts.values();
    }

    /** Facts know what is around them, so that comes first; a scope that is its own ancestor stays without. */
    private @Nullable ResolvedFact scope(@Nullable Scope scope) {
        if (scope == null || facts.containsKey(scope.id())) {
            return scope == null ? null : facts.get(scope.id());
        }
        Fact parent = scope(scope.parent() == null ? null : scopes.get(scope.parent()));
        Map<String, Data> fields = new TreeMap<>(scope.data());
        fields.put("tags", texts(scope.tags()));
        text(fields, "environment", above(scope, "environment"));
        if (scope.kind().equals(HOST)) {
            fields.put(
                    "users",
                    texts(resolution.scopes().stream()
                            .filter(user ->
                                    user.kind().equals("user") && scope.id().equals(user.parent()))
                            .map(Scope::name)
                            .toList()));
        } else {
            text(fields, HOST, above(scope, HOST));
        }
        return fact(scope.kind(), scope.id(), scope.name(), scope.tags(), fields, parent);
    }

    private void service(Service service) {
        Scope scope = scopes.get(service.scope());
        var tags = new TreeSet<>(scope == null ? List.<String>of() : scope.tags());
        tags.addAll(tagged.getOrDefault(service.id(), new TreeSet<>()));
        Map<String, Data> fields = new TreeMap<>();
        fields.put("aspect", new Data.Text(service.name()));
        fields.put("instance", textOrNull(service.instance()));
        fields.put("user", textOrNull(scope != null && scope.kind().equals("user") ? scope.name() : null));
        fields.put(HOST, textOrNull(service.host()));
        fields.put("environment", textOrNull(service.environment()));
        fields.put(
                "provides",
                texts(service.provides().stream()
                        .map(Provision::capability)
                        .sorted()
                        .toList()));
        fields.put(
                "requires",
                texts(service.requires().stream()
                        .map(Requirement::capability)
                        .sorted()
                        .toList()));
        fields.put("tags", texts(tags));
        fields.put("settings", settings(service));
        fields.put("state", kept.getOrDefault(service.id(), new Data.Nothing()));
        fact(SERVICE, service.id(), service.name(), tags, fields, facts.get(service.scope()));
    }

    private ResolvedFact fact(
            String kind,
            String id,
            String name,
            Collection<String> tags,
            Map<String, Data> fields,
            @Nullable Fact parent) {
        fields.put("kind", new Data.Text(kind));
        fields.put("id", new Data.Text(id));
        fields.put("name", new Data.Text(name));
        List<Fact> children = inside.computeIfAbsent(id, _ -> new ArrayList<>());
        var fact = new ResolvedFact(kind, id, name, List.copyOf(tags), new TreeMap<>(fields), parent, children);
        facts.put(id, fact);
        if (parent != null) {
            inside.computeIfAbsent(parent.id(), _ -> new ArrayList<>()).add(fact);
        }
        return fact;
    }

    /** The settings of the aspect, as its own functions see them: by field, without the aspect's path. */
    private Data settings(Service service) {
        var all = resolution.coordination().settings();
        SortedMap<String, Setting> own =
                all.getOrDefault(service.id(), all.getOrDefault(service.scope(), new TreeMap<>()));
        String prefix = service.name() + ".";
        Data.Fields settings = NO_FIELDS;
        // The character after the dot ends the paths that begin with the prefix.
        for (var entry : own.subMap(prefix, service.name() + "/").entrySet()) {
            List<String> path = AttributeNames.of(entry.getKey().substring(prefix.length()));
            settings = with(settings, path, entry.getValue().value());
        }
        return settings;
    }

    private static Data.Fields with(Data.Fields set, List<String> path, Data value) {
        var fields = new TreeMap<>(set.fields());
        String first = path.getFirst();
        if (path.size() == 1) {
            fields.put(first, value);
        } else {
            Data.Fields inner = fields.get(first) instanceof Data.Fields nested ? nested : NO_FIELDS;
            fields.put(first, with(inner, path.subList(1, path.size()), value));
        }
        return new Data.Fields(fields);
    }

    private @Nullable String above(Scope scope, String kind) {
        Scope at = scope;
        while (at != null && !at.kind().equals(kind)) {
            at = at.parent() == null ? null : scopes.get(at.parent());
        }
        return at == null ? null : at.name();
    }

    private static void text(Map<String, Data> fields, String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, new Data.Text(text));
        }
    }

    private static Data textOrNull(@Nullable String text) {
        return text == null ? new Data.Nothing() : new Data.Text(text);
    }

    private static Data texts(Collection<String> texts) {
        return new Data.Items(texts.stream().<Data>map(Data.Text::new).toList());
    }
}
