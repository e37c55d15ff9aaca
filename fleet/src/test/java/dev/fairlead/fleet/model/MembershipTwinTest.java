package dev.fairlead.fleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.model.MembershipModel.Aspect;
import dev.fairlead.fleet.model.MembershipModel.Need;
import dev.fairlead.fleet.model.MembershipModel.Scope;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which services there are, against a twin that knows pairs of an aspect and a scope only, and closes them under
 * inclusion by asking of every pair, again and again, what else must be there.
 */
final class MembershipTwinTest {
    @TempDir
    private Path directory;

    @Test
    void includesAreClosedWithNeedsBeforeExcludesAreTakenAway() {
        Property.tries(400).check(MembershipModel.gen(), model -> {
            Resolution resolution =
                    new ModelFiles(new TreeMap<>(Map.of("modules/fleet.nix", model.nix()))).resolve(directory);
            assertThat(resolution.findings())
                    .allMatch(finding -> finding.id() == FindingId.INERT_ASPECT); // asks for a user where there is none
            Twin twin = new Twin(model);
            assertThat(resolution.services().stream().map(Service::id)).containsExactlyElementsOf(ids(twin.stays()));
            assertThat(resolution.excluded().stream().map(Excluded::id)).containsExactlyElementsOf(ids(twin.goes()));
        });
    }

    private static SortedSet<String> ids(Iterable<Pair> pairs) {
        var ids = new TreeSet<String>();
        pairs.forEach(pair -> ids.add("service:" + pair.aspect() + "@" + pair.place()));
        return ids;
    }

    private record Pair(String aspect, String place) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return (aspect + "@" + place).compareTo(other.aspect + "@" + other.place);
        }
    }

    private static final class Twin {
        private final MembershipModel model;
        private final SortedMap<String, Aspect> aspects = new TreeMap<>();
        private final SortedSet<Pair> all;
        private final SortedSet<Pair> stays;

        Twin(MembershipModel model) {
            this.model = model;
            model.aspects().forEach(aspect -> aspects.put(aspect.name(), aspect));
            var written = new TreeSet<Pair>();
            scopes().forEach(scope ->
                    scope.includes().forEach(aspect -> written.addAll(deployed(aspect, scope.place()))));
            SortedSet<Pair> plain = closed(written, pair -> true);
            for (Aspect aspect : model.aspects()) {
                scopes().stream()
                        .filter(scope -> isNeeded(aspect, scope, plain))
                        .forEach(scope -> written.addAll(deployed(aspect.name(), scope.place())));
            }
            all = closed(written, pair -> true);
            stays = closed(written, pair -> !isBanned(pair));
        }

        SortedSet<Pair> stays() {
            return stays;
        }

        SortedSet<Pair> goes() {
            var goes = new TreeSet<>(all);
            goes.removeAll(stays);
            return goes;
        }

        private List<Scope> scopes() {
            var scopes = new ArrayList<>(model.hosts());
            scopes.addAll(model.users());
            return scopes;
        }

        /** An aspect per user is deployed for the users of a host in its place. */
        private List<Pair> deployed(String aspect, String place) {
            boolean host = place.indexOf('@') < 0;
            if (!aspects.get(aspect).perUser() || !host) {
                return List.of(new Pair(aspect, place));
            }
            return model.users().stream()
                    .filter(user -> place.equals(user.host()))
                    .map(user -> new Pair(aspect, user.place()))
                    .toList();
        }

        private SortedSet<Pair> closed(SortedSet<Pair> start, Predicate<Pair> allowed) {
            var closed = new TreeSet<Pair>();
            var next = new TreeSet<>(start);
            while (!closed.containsAll(next)) {
                next.removeIf(allowed.negate());
                closed.addAll(next);
                for (Pair pair : closed) {
                    aspects.get(pair.aspect()).includes().forEach(other -> next.addAll(deployed(other, pair.place())));
                }
                next.removeIf(allowed.negate());
            }
            return closed;
        }

        /** A user need not be served where the host is; what is per user is needed by the users of a needing host. */
        private boolean isNeeded(Aspect aspect, Scope scope, SortedSet<Pair> plain) {
            Need need = aspect.neededBy();
            if (need == null) {
                return false;
            }
            Scope host = model.hosts().stream()
                    .filter(each -> each.name().equals(scope.host()))
                    .findFirst()
                    .orElse(null);
            boolean byHost = host != null && matches(need, host, plain);
            if (aspect.perUser()) {
                return host != null && (byHost || matches(need, scope, plain));
            }
            return matches(need, scope, plain) && !byHost;
        }

        private static boolean matches(Need need, Scope scope, SortedSet<Pair> plain) {
            boolean holds = need.word().equals("tag")
                    ? scope.tags().contains(need.text())
                    : plain.contains(new Pair(need.text(), scope.place()));
            return holds == need.positive();
        }

        private boolean isBanned(Pair pair) {
            String host = pair.place().substring(pair.place().indexOf('@') + 1);
            boolean byScope = model.environmentExcludes().contains(pair.aspect())
                    || scopes().stream()
                            .filter(scope -> scope.place().equals(pair.place())
                                    || scope.place().equals(host))
                            .anyMatch(scope -> scope.excludes().contains(pair.aspect()));
            return byScope
                    || all.stream()
                            .filter(other -> other.place().equals(pair.place())
                                    || other.place().equals(host))
                            .anyMatch(other ->
                                    aspects.get(other.aspect()).excludes().contains(pair.aspect()));
        }
    }
}
