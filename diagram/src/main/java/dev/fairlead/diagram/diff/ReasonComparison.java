package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.ExclusionChange;
import dev.fairlead.diagram.diff.Difference.FiringChange;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Compares why services are there or not: what keeps them out, and what rules ask for. */
final class ReasonComparison {
    private final Resolution before;
    private final Resolution after;
    private final Identity identity;

    ReasonComparison(Resolution before, Resolution after, Identity identity) {
        this.before = before;
        this.after = after;
        this.identity = identity;
    }

    /** By the id of what is kept out. */
    List<ExclusionChange> excluded() {
        Map<List<String>, Excluded> was = new LinkedHashMap<>();
        before.excluded().forEach(each -> was.put(place(each, identity::now), each));
        var changes = new ArrayList<ExclusionChange>();
        for (Excluded is : after.excluded()) {
            Excluded old = was.remove(place(is, id -> id));
            if (old == null || !ways(old, identity::now).equals(ways(is, id -> id))) {
                changes.add(new ExclusionChange(old, is));
            }
        }
        was.values().forEach(old -> changes.add(new ExclusionChange(old, null)));
        return changes;
    }

    /** The scope as it is now, and which aspect and instance: an id is that and the name of its scope. */
    private static List<String> place(Excluded excluded, UnaryOperator<String> ids) {
        String scope = excluded.scope();
        String where = scope.startsWith("host:") || scope.startsWith("user:") ? scope.substring(5) : scope;
        String what = excluded.id().substring(0, excluded.id().length() - where.length());
        return List.of(ids.apply(scope), what);
    }

    private static List<Set<String>> ways(Excluded excluded, UnaryOperator<String> ids) {
        return List.of(sources(excluded.by(), ids), sources(excluded.includedBy(), ids));
    }

    private static Set<String> sources(List<Inclusion> ways, UnaryOperator<String> ids) {
        var sources = new TreeSet<String>();
        ways.forEach(way -> sources.add(ids.apply(way.by())));
        return sources;
    }

    /** By rule; what was asked for otherwise is gone and new. */
    List<FiringChange> rules() {
        Map<List<String>, Integer> was = new HashMap<>();
        before.coordination().rules().forEach(firing -> was.merge(key(firing, this::now), 1, Integer::sum));
        var changes = new ArrayList<FiringChange>();
        for (Firing is : after.coordination().rules()) {
            if (was.merge(key(is, id -> id), -1, Integer::sum) < 0) {
                changes.add(new FiringChange(null, is));
            }
        }
        for (Firing old : before.coordination().rules()) {
            // What is left over was asked for, and is not any more.
            if (was.merge(key(old, this::now), -1, Integer::sum) >= 0) {
                changes.add(new FiringChange(old, null));
            }
        }
        return changes;
    }

    private static List<String> key(Firing firing, UnaryOperator<String> ids) {
        return List.of(
                firing.rule(), ids.apply(firing.fact()), firing.action(), ids.apply(firing.target()), firing.what());
    }

    /** The id as it is now of a service, of a scope, or of a fact about one: {@code requirement:service:web@a/dns}. */
    private String now(String id) {
        int colon = id.indexOf(':');
        for (int slash = id.lastIndexOf('/'); slash > colon && colon >= 0; slash = id.lastIndexOf('/', slash - 1)) {
            String owner = id.substring(colon + 1, slash);
            String now = identity.now(owner);
            if (!now.equals(owner)) {
                return id.substring(0, colon + 1) + now + id.substring(slash);
            }
        }
        return identity.now(id);
    }
}
