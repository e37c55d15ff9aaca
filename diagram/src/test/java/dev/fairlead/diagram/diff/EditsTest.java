package dev.fairlead.diagram.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.SmallFleet.Aspect;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Choices;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random edits of random fleets: the difference is what was edited, and all that follows from it, and nothing else. */
final class EditsTest {
    @TempDir
    private Path folder;

    /** An edit, and what it does to services: {@code added service:a1@h0}. */
    private record Edit(
            String what, SmallFleet before, SmallFleet after, Set<String> services, Map<String, String> ids) {
        static Edit of(String what, SmallFleet before, SmallFleet after, String... services) {
            return new Edit(what, before, after, Set.of(services), Map.of());
        }

        @Override
        public String toString() {
            return what + " in " + before;
        }
    }

    private static String id(String aspect, String host) {
        return "service:" + aspect + "@" + host;
    }

    private static <T> T pick(List<T> all, Choices choices) {
        Property.assume(!all.isEmpty());
        return all.get((int) choices.below(all.size()));
    }

    private static Edit draw(Choices choices) {
        SmallFleet before = SmallFleet.draw(choices);
        SmallFleet after = before.copy();
        String aspect = pick(List.copyOf(before.aspects().keySet()), choices);
        String host = pick(List.copyOf(before.included().keySet()), choices);
        Aspect facts = Objects.requireNonNull(before.aspects().get(aspect));
        Set<String> here = Objects.requireNonNull(after.included().get(host));
        return switch ((int) choices.below(14)) {
            case 0 -> Edit.of("nothing", before, after);
            case 1 -> {
                Property.assume(!before.isExcludedSomewhere(aspect) && here.add(aspect));
                yield Edit.of("add " + aspect + " to " + host, before, after, "added " + id(aspect, host));
            }
            case 2 -> {
                Property.assume(!before.isExcludedSomewhere(aspect) && here.remove(aspect));
                yield Edit.of("remove " + aspect + " from " + host, before, after, "removed " + id(aspect, host));
            }
            case 3 -> {
                Property.assume(!before.isExcludedSomewhere(aspect)
                        && before.hostsOf(aspect).size() == 1
                        && !here.contains(aspect));
                String old = before.hostsOf(aspect).getFirst();
                Objects.requireNonNull(after.included().get(old)).remove(aspect);
                here.add(aspect);
                String moved = "moved " + id(aspect, old) + " " + id(aspect, host);
                yield new Edit(
                        "move " + aspect + " to " + host,
                        before,
                        after,
                        Set.of(moved),
                        Map.of(id(aspect, old), id(aspect, host)));
            }
            case 4 -> rename(aspect, facts, before, after);
            case 5 -> {
                after.settings()
                        .computeIfAbsent("host:" + host, _ -> new TreeMap<>())
                        .put(aspect, 77);
                yield Edit.of("set " + aspect + " on " + host, before, after);
            }
            case 6 -> {
                after.settings()
                        .computeIfAbsent(SmallFleet.ENVIRONMENT, _ -> new TreeMap<>())
                        .put(aspect, 78);
                yield Edit.of("set " + aspect + " in the environment", before, after);
            }
            case 7 -> {
                boolean port = choices.below(2) == 0;
                after.aspects().put(aspect, port ? facts.on(2000) : facts.emitting(99));
                yield Edit.of((port ? "port of " : "item of ") + aspect, before, after);
            }
            case 8 -> {
                after.aspects().put(aspect, facts.saying(99));
                yield Edit.of("content of " + aspect, before, after);
            }
            case 9 -> {
                after.tags().put(host, "edge");
                yield Edit.of("tag of " + host, before, after);
            }
            case 10 -> {
                boolean added = after.keepers().add(host);
                if (!added) {
                    after.keepers().remove(host);
                }
                yield Edit.of("backup on " + host, before, after, (added ? "added " : "removed ") + id("keeper", host));
            }
            case 11 -> {
                after.watched().clear();
                after.watched().add(aspect);
                yield Edit.of("watch " + aspect, before, after);
            }
            case 12 -> {
                Set<String> kept = Objects.requireNonNull(after.excluded().get(host));
                Property.assume(kept.add(aspect));
                yield here.contains(aspect)
                        ? Edit.of("exclude " + aspect + " on " + host, before, after, "removed " + id(aspect, host))
                        : Edit.of("exclude " + aspect + ", which is not on " + host, before, after);
            }
            default -> {
                after.backends().put(host, "caddy");
                yield Edit.of("backend of " + host, before, after);
            }
        };
    }

    private static Edit rename(String aspect, Aspect facts, SmallFleet before, SmallFleet after) {
        Property.assume(!before.isExcludedSomewhere(aspect));
        String name = "z" + facts.number();
        if (after.watched().remove(aspect)) {
            after.watched().add(name);
        }
        after.aspects().remove(aspect);
        after.aspects().put(name, facts);
        after.settings().values().forEach(layer -> {
            Integer value = layer.remove(aspect);
            if (value != null) {
                layer.put(name, value);
            }
        });
        var services = new TreeSet<String>();
        var ids = new TreeMap<String, String>();
        after.included().forEach((host, names) -> {
            if (names.remove(aspect)) {
                names.add(name);
                services.add("renamed " + id(aspect, host) + " " + id(name, host));
                ids.put(id(aspect, host), id(name, host));
            }
        });
        return new Edit("rename " + aspect, before, after, services, ids);
    }

    @Test
    void theDifferenceIsWhatWasEditedAndWhatFollowsFromIt() {
        Property.tries(250).check(EditsTest::draw, edit -> {
            Resolution before = edit.before().resolved(folder);
            Resolution after = edit.after().resolved(folder);
            Difference difference = Difference.between(before, after);
            assertThat(services(difference)).isEqualTo(edit.services());
            var twin = new Twin(before, after, edit.ids());
            assertThat(was(difference, edit.ids()))
                    .as("what there is no longer")
                    .isEqualTo(twin.gone());
            assertThat(is(difference)).as("what is new").isEqualTo(twin.come());
            if (edit.what().equals("nothing")) {
                assertThat(difference.isEmpty()).isTrue();
            }
        });
    }

    @Test
    void backwardsTheDifferenceIsTheOtherWayRound() {
        Property.tries(120).check(EditsTest::draw, edit -> {
            Resolution before = edit.before().resolved(folder);
            Resolution after = edit.after().resolved(folder);
            Difference there = Difference.between(before, after);
            Difference back = Difference.between(after, before);
            var ids = new TreeMap<String, String>();
            edit.ids().forEach((old, now) -> ids.put(now, old));
            assertThat(was(back, ids)).isEqualTo(new Twin(after, before, ids).gone());
            assertThat(back.services()).hasSameSizeAs(there.services());
            assertThat(back.settings()).hasSameSizeAs(there.settings());
            assertThat(back.edges()).hasSameSizeAs(there.edges());
            assertThat(back.bindings()).hasSameSizeAs(there.bindings());
            assertThat(back.items()).hasSameSizeAs(there.items());
            assertThat(back.plan()).hasSameSizeAs(there.plan());
            assertThat(back.appeared()).hasSameSizeAs(there.resolved());
            assertThat(back.affected().changed()).hasSameSizeAs(there.affected().changed());
        });
    }

    private static Set<String> services(Difference difference) {
        return difference.services().stream()
                .filter(change -> change.kind() != Kind.CHANGED)
                .map(change -> switch (change.kind()) {
                    case ADDED -> "added " + change.after();
                    case REMOVED -> "removed " + change.before();
                    case MOVED -> "moved " + change.before() + " " + change.after();
                    case RENAMED -> "renamed " + change.before() + " " + change.after();
                    case CHANGED -> throw new AssertionError();
                })
                .collect(Collectors.toSet());
    }

    private static Set<String> was(Difference difference, Map<String, String> ids) {
        var told = new ToldFacts(ids);
        for (var each : difference.settings()) {
            told.add(each.before(), "setting", each.where(), each.path(), each.before(), each.layerBefore());
        }
        difference.ports().forEach(each -> told.port(each.before()));
        for (var each : difference.items()) {
            told.add(each.before(), "item", each.channel(), each.service(), each.before());
        }
        for (var each : difference.bindings()) {
            told.add(each, "bound", each.service(), each.capability(), "was", each.stateBefore());
        }
        difference.edges().forEach(each -> told.add(each.before(), "edge", each.before()));
        difference.plan().forEach(each -> told.add(each, "wave", each.service(), each.before()));
        for (var each : difference.backends()) {
            told.add(each.before(), "backend", each.scope(), each.routed(), each.before());
        }
        for (var each : difference.coverage()) {
            told.add(each.before(), "kept", each.service(), each.before(), each.stateBefore());
        }
        difference.consumers().forEach(each -> told.each(each.lost(), "reads", each.service(), each.channel()));
        difference.excluded().forEach(each -> told.excluded(each.before()));
        difference.rules().forEach(each -> told.firing(each.before()));
        difference.resolved().forEach(told::finding);
        return told.facts();
    }

    private static Set<String> is(Difference difference) {
        var told = new ToldFacts(Map.of());
        for (var each : difference.settings()) {
            told.add(each.after(), "setting", each.where(), each.path(), each.after(), each.layerAfter());
        }
        difference.ports().forEach(each -> told.port(each.after()));
        for (var each : difference.items()) {
            told.add(each.after(), "item", each.channel(), each.service(), each.after());
        }
        for (var each : difference.bindings()) {
            told.add(each, "bound", each.service(), each.capability(), "is", each.stateAfter());
        }
        difference.edges().forEach(each -> told.add(each.after(), "edge", each.after()));
        difference.plan().forEach(each -> told.add(each, "wave", each.service(), each.after()));
        for (var each : difference.backends()) {
            told.add(each.after(), "backend", each.scope(), each.routed(), each.after());
        }
        for (var each : difference.coverage()) {
            told.add(each.after(), "kept", each.service(), each.after(), each.stateAfter());
        }
        difference.consumers().forEach(each -> told.each(each.gained(), "reads", each.service(), each.channel()));
        difference.excluded().forEach(each -> told.excluded(each.after()));
        difference.rules().forEach(each -> told.firing(each.after()));
        difference.appeared().forEach(told::finding);
        return told.facts();
    }

    /** Content is compared by the twin as what it was made of, so it is told as a set of outputs. */
    @Test
    void outputsAreThoseWhoseContentIsDifferent() {
        Property.tries(250).check(EditsTest::draw, edit -> {
            Resolution before = edit.before().resolved(folder);
            Resolution after = edit.after().resolved(folder);
            Difference difference = Difference.between(before, after);
            Map<String, Set<String>> was = ContentTwin.of(edit.before(), before, edit.ids());
            Map<String, Set<String>> is = ContentTwin.of(edit.after(), after, Map.of());
            var outputs = new TreeSet<>(was.keySet());
            outputs.addAll(is.keySet());
            outputs.removeIf(output -> Objects.equals(was.get(output), is.get(output)));
            assertThat(difference.outputs().stream()
                            .map(each -> each.output() + " " + each.where())
                            .collect(Collectors.toSet()))
                    .isEqualTo(outputs);
            boolean written = edit.what().startsWith("content of");
            assertThat(difference.outputs()).allMatch(each -> each.certain() != written);
        });
    }

    @Test
    void aHostWithAnotherTagIsAScopeThatIsDifferent() {
        Property.tries(120).check(EditsTest::draw, edit -> {
            Difference difference = Difference.between(
                    edit.before().resolved(folder), edit.after().resolved(folder));
            assertThat(difference.scopes().stream()
                            .map(Difference.ScopeChange::attributes)
                            .toList())
                    .isEqualTo(edit.what().startsWith("tag of") ? List.of(List.of("tags")) : List.of());
        });
    }
}
