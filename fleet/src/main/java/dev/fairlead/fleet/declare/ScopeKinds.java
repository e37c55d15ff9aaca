package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of scopes: those of every fleet, and those that {@code den.kinds} adds; what is around others comes first. */
final class ScopeKinds {
    private static final Set<String> ATTRIBUTES = Set.of("parent", "options", "refine", "strict");

    /** They would make ids and layers ambiguous. */
    private static final Set<String> TAKEN =
            Set.of("env", "service", "capability", "missing", "rule", "requirement", "port", "channel-item", "setting");

    private final Map<String, ScopeKind> kinds = new LinkedHashMap<>();

    private final Value lib;

    private ScopeKinds(Value lib) {
        this.lib = lib;
    }

    /**
     * The kinds of a fleet.
     *
     * @param lib what schemas get as {@code lib}
     */
    static ScopeKinds read(@Nullable Fact declared, Value lib) {
        var kinds = new ScopeKinds(lib);
        kinds.add(ScopeKind.of(ScopeKind.FLEET, null));
        kinds.add(ScopeKind.of(ScopeKind.ENVIRONMENT, ScopeKind.FLEET));
        kinds.add(ScopeKind.of(ScopeKind.HOST, ScopeKind.ENVIRONMENT));
        kinds.add(ScopeKind.of(ScopeKind.USER, ScopeKind.HOST));
        var facts = new TreeMap<String, Fact>();
        for (Fact each : declared == null ? List.<Fact>of() : declared.attributes()) {
            if (each.isDefined()) {
                facts.put(each.name(), each);
            }
        }
        kinds.read(facts);
        return kinds;
    }

    private void add(ScopeKind kind) {
        kinds.put(kind.name(), kind);
    }

    private void read(Map<String, Fact> facts) {
        var parents = new HashMap<String, String>();
        facts.forEach((name, fact) -> {
            fact.attributes().forEach(attribute -> {
                if (!ATTRIBUTES.contains(attribute.name())) {
                    Names.unknown(attribute, ATTRIBUTES);
                }
            });
            String parent = parent(fact, facts.keySet());
            if (!kinds.containsKey(name)) {
                Names.check(fact, "the kind");
                reportTaken(fact);
                parents.put(name, parent == null ? ScopeKind.FLEET : parent);
            } else if (parent != null && !parent.equals(kinds.get(name).parent())) {
                reportMoved(fact, name);
            }
        });
        parents.keySet().stream().sorted().forEach(name -> place(name, parents, facts, new HashSet<>()));
        facts.forEach(
                (name, fact) -> kinds.computeIfPresent(name, (same, kind) -> kind.with(options(fact), strict(fact))));
    }

    /** Adds a kind after the one around it. */
    private void place(String name, Map<String, String> parents, Map<String, Fact> facts, Set<String> open) {
        if (kinds.containsKey(name)) {
            return;
        }
        String parent = parents.getOrDefault(name, ScopeKind.FLEET);
        open.add(name);
        if (open.contains(parent)) {
            Objects.requireNonNull(facts.get(name))
                    .report(Finding.of(
                                    FindingId.EVALUATION,
                                    "den.kinds." + name + " has the parent \"" + parent
                                            + "\", which lies within it already.")
                            .fix("leave out the parent of the outermost kind, which then lies in the fleet"));
            parent = ScopeKind.FLEET;
        }
        place(parent, parents, facts, open);
        add(ScopeKind.of(name, parent));
    }

    private @Nullable String parent(Fact kind, Collection<String> declared) {
        Fact written = kind.attribute("parent");
        String parent = written == null ? null : written.text();
        if (written == null || parent == null || kinds.containsKey(parent) || declared.contains(parent)) {
            return parent;
        }
        var known = new HashSet<>(kinds.keySet());
        known.addAll(declared);
        String nearest = Suggestions.nearest(parent, known);
        written.report(Finding.of(
                        FindingId.UNKNOWN_REFERENCE,
                        kind + " has the parent \"" + parent + "\", but there is no kind of that name.")
                .fix(nearest == null ? "declare den.kinds." + parent : "did you mean \"" + nearest + "\"?"));
        return nearest;
    }

    private static void reportTaken(Fact kind) {
        if (TAKEN.contains(kind.name())) {
            kind.report(Finding.of(FindingId.BAD_NAME, "The kind " + kind + " has a name that means something else.")
                    .fix("give it another name"));
        }
    }

    private void reportMoved(Fact kind, String name) {
        ScopeKind known = kinds.get(name);
        kind.report(Finding.of(
                        FindingId.EVALUATION,
                        kind + " has a parent, but every " + name + " lies in its "
                                + (known == null || known.parent() == null ? ScopeKind.FLEET : known.parent()) + ".")
                .fix("leave the parent out"));
    }

    private @Nullable Set<String> options(Fact kind) {
        Fact declared = kind.attribute("options");
        return declared == null || !declared.isDefined() ? Set.of() : OptionNames.of(declared.cell(), lib);
    }

    private static boolean strict(Fact kind) {
        Fact strictness = kind.attribute("strict");
        return strictness != null && strictness.isTrue();
    }

    /** A kind that every fleet has, or one that is declared. */
    ScopeKind kind(String name) {
        ScopeKind kind = kinds.get(name);
        return kind == null ? ScopeKind.of(name, ScopeKind.FLEET) : kind;
    }

    boolean has(String name) {
        return kinds.containsKey(name);
    }

    /** The names of the kinds of the fleet's own. */
    List<String> further() {
        return kinds.values().stream()
                .filter(kind -> !kind.isBuiltIn())
                .map(ScopeKind::name)
                .toList();
    }
}
