package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the scopes of further kinds: {@code den.entities.<kind>.<name>}. */
final class EntitiesReader {
    private final ScopeKinds kinds;

    /** What is declared, by kind, then by name. */
    private final Map<String, Map<String, Fact>> declared = new TreeMap<>();

    /** @param entities {@code den.entities}, or null */
    EntitiesReader(@Nullable Fact entities, ScopeKinds kinds) {
        this.kinds = kinds;
        for (Fact kind : entities == null ? List.<Fact>of() : entities.attributes()) {
            if (kind.isDefined() && isKind(kind)) {
                var named = new TreeMap<String, Fact>();
                kind.attributes().stream().filter(Fact::isDefined).forEach(entity -> {
                    Names.check(entity, "the " + kind.name());
                    named.put(entity.name(), entity);
                });
                declared.put(kind.name(), named);
            }
        }
    }

    private boolean isKind(Fact kind) {
        String name = kind.name();
        List<String> further = kinds.further();
        if (further.contains(name)) {
            return true;
        }
        String nearest = Suggestions.nearest(name, further);
        String elsewhere = switch (name) {
            case ScopeKind.HOST -> "write den.hosts.<system>.<name>";
            case ScopeKind.ENVIRONMENT -> "write den.environments.<name>";
            case ScopeKind.USER -> "write den.hosts.<system>.<host>.users.<name>";
            case ScopeKind.FLEET -> "write den.fleet";
            default -> nearest == null ? "declare den.kinds." + name + " = { };" : "did you mean \"" + nearest + "\"?";
        };
        kind.report(Finding.of(
                        FindingId.UNKNOWN_REFERENCE,
                        kind
                                + (kinds.has(name)
                                        ? " is not where scopes of that kind are declared."
                                        : " has a kind that den.kinds does not declare."))
                .fix(elsewhere));
        return false;
    }

    /** The ids of all of them. */
    List<String> ids() {
        var ids = new ArrayList<String>();
        declared.forEach((kind, named) -> named.keySet().forEach(name -> ids.add(kind + ":" + name)));
        return ids;
    }

    /** All of them, those around others first, then by name. */
    List<ScopeDeclaration> read(ScopeNames names) {
        var entities = new ArrayList<ScopeDeclaration>();
        for (String name : kinds.further()) {
            ScopeKind kind = kinds.kind(name);
            declared.getOrDefault(name, Map.of()).forEach((own, fact) -> {
                String id = name + ":" + own;
                String parent = parent(fact.about(id), kind, id, names);
                entities.add(ScopeReader.read(fact, kind, names, id, own, parent, null));
            });
        }
        return entities;
    }

    /** The id of the scope around an entity; the fleet if it names none that there is. */
    private static String parent(Fact entity, ScopeKind kind, String id, ScopeNames names) {
        String parent = kind.parent();
        if (parent == null || parent.equals(ScopeKind.FLEET)) {
            return ScopeKind.FLEET;
        }
        Fact written = entity.attribute(parent);
        String name = written == null ? null : written.text();
        if (parent.equals(ScopeKind.ENVIRONMENT)) {
            return written == null || name == null
                    ? ScopeNames.ENVIRONMENT + ScopeNames.DEFAULT_ENVIRONMENT
                    : names.environment(written, name, id);
        }
        if (written == null) {
            entity.report(Finding.of(FindingId.EVALUATION, id + " does not say which " + parent + " it belongs to.")
                    .fix("add " + parent + " = \"...\";"));
        }
        String around = written == null || name == null ? null : names.around(written, name, parent, id);
        return around == null ? ScopeKind.FLEET : around;
    }
}
