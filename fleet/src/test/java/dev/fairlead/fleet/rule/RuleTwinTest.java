package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolve.ResolvedFleet;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules against a twin that knows what each rule needs, forbids and gives, and fires one rule after the other in every
 * order there is. The facts are the tags of one host.
 */
final class RuleTwinTest {
    private static final int TRIES = 150;

    @TempDir
    private Path directory;

    /** A rule that gives a tag to a host that has some tags, unless it has another, and what it keeps from firing. */
    private record Tagging(
            List<String> needs, @Nullable String unless, String gives, int priority, boolean exclusive, int overrides) {

        String text(String name, List<String> names) {
            String condition =
                    needs.stream().map(tag -> "(sel.tag \"" + tag + "\")").collect(Collectors.joining(" "));
            String nac = unless == null ? "" : " nac = sel.tag \"" + unless + "\";";
            String others = overrides < 0 || overrides >= names.size()
                    ? ""
                    : " overrides = [ \"" + names.get(overrides) + "\" ];";
            return "den.rules." + name + " = { on = \"host\"; condition = sel.and [ " + condition + " ];" + nac
                    + " priority = " + priority + "; exclusive = " + exclusive + ";" + others
                    + " produce = host: actions.tag \"" + gives + "\"; };\n";
        }
    }

    private static final Gen<String> TAGS = Gen.elements("a", "b", "c", "d", "e");

    private static Gen<Tagging> taggings(boolean negation, boolean suppression) {
        return TAGS.list(2)
                .flatMap(needs -> Gen.ints(0, negation ? 2 : 0)
                        .flatMap(negated ->
                                TAGS.flatMap(unless -> TAGS.flatMap(gives -> Gen.ints(0, suppression ? 2 : 0)
                                        .flatMap(priority -> Gen.ints(0, suppression ? 3 : 0)
                                                .flatMap(exclusive -> Gen.ints(-3, suppression ? 3 : -3)
                                                        .map(overrides -> new Tagging(
                                                                needs,
                                                                negated > 0 ? unless : null,
                                                                gives,
                                                                priority,
                                                                exclusive == 3,
                                                                overrides))))))));
    }

    private static Gen<List<Tagging>> rules(boolean negation, boolean suppression) {
        return taggings(negation, suppression).list(1, 4);
    }

    private ResolvedFleet resolve(List<Tagging> rules, List<String> names) {
        var text = new StringBuilder("den.hosts.x86_64-linux.h.tags = [ \"a\" ];\n");
        for (int i = 0; i < rules.size(); i++) {
            text.append(rules.get(i).text(names.get(i), names));
        }
        return ResolvedFleet.of(directory, text.toString());
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i).toList();
    }

    /** The tags that the host has if some rules fire. */
    private static SortedSet<String> tags(List<Tagging> rules, boolean[] firing, int without) {
        var tags = new TreeSet<String>(List.of("a"));
        for (int i = 0; i < rules.size(); i++) {
            if (firing[i] && i != without) {
                tags.add(rules.get(i).gives());
            }
        }
        return tags;
    }

    private static boolean matches(List<Tagging> rules, boolean[] firing, int rule) {
        Tagging it = rules.get(rule);
        return tags(rules, firing, -1).containsAll(it.needs())
                && (it.unless() == null || !tags(rules, firing, rule).contains(it.unless()));
    }

    /** The number of each rule's group, or null if there is a circle through negation. */
    private static int @Nullable [] groups(List<Tagging> rules) {
        int[] group = new int[rules.size()];
        for (int round = 0; round <= rules.size() * rules.size(); round++) {
            boolean changed = false;
            for (int reader = 0; reader < group.length; reader++) {
                for (int maker = 0; maker < group.length; maker++) {
                    String gives = rules.get(maker).gives();
                    int least = 0;
                    if (maker != reader && gives.equals(rules.get(reader).unless())) {
                        least = group[maker] + 1;
                    } else if (rules.get(reader).needs().contains(gives)) {
                        least = group[maker];
                    }
                    if (group[reader] < least) {
                        group[reader] = least;
                        changed = true;
                    }
                }
            }
            if (!changed) {
                return group;
            }
        }
        return null;
    }

    /** What the twin arrives at when the rules of each group fire one by one in this order, until none is left. */
    private static SortedSet<String> fire(List<Tagging> rules, int[] groups, List<Integer> order) {
        boolean[] firing = new boolean[rules.size()];
        for (int group = 0; group <= rules.size(); group++) {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int rule : order) {
                    if (groups[rule] == group && !firing[rule] && matches(rules, firing, rule)) {
                        firing[rule] = true;
                        changed = true;
                    }
                }
            }
        }
        return tags(rules, firing, -1);
    }

    private static List<List<Integer>> orders(List<Integer> rest) {
        if (rest.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (Integer first : rest) {
            List<Integer> others =
                    rest.stream().filter(rule -> !rule.equals(first)).toList();
            for (List<Integer> tail : orders(others)) {
                var order = new ArrayList<Integer>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    @Test
    void rulesGiveWhatFiringThemInAnyOrderGives() {
        Property.tries(TRIES).check(rules(true, false), rules -> {
            int[] groups = groups(rules);
            if (groups == null) {
                return;
            }
            ResolvedFleet fleet = resolve(rules, names(rules.size()));
            assertThat(fleet.findings()).isEmpty();
            for (List<Integer> order :
                    orders(IntStream.range(0, rules.size()).boxed().toList())) {
                assertThat(fleet.tags("host:h")).isEqualTo(fire(rules, groups, order));
            }
        });
    }

    @Test
    void rulesThatComeToRestAllAgreeAndTheOthersAreReported() {
        Property.tries(TRIES).check(rules(true, true), rules -> {
            ResolvedFleet fleet = resolve(rules, names(rules.size()));
            if (fleet.findings().isEmpty()) {
                assertThat(stableTags(rules)).contains(fleet.tags("host:h"));
            } else {
                assertThat(fleet.findings())
                        .allMatch(finding -> finding.startsWith("error[unstratified-rules]")
                                || finding.startsWith("error[rules-diverge]"));
            }
        });
    }

    /** The tags under every choice of rules in which exactly those fire that then should; groups are not looked at. */
    private static List<SortedSet<String>> stableTags(List<Tagging> rules) {
        var stable = new ArrayList<SortedSet<String>>();
        for (int choice = 0; choice < 1 << rules.size(); choice++) {
            boolean[] firing = new boolean[rules.size()];
            for (int i = 0; i < firing.length; i++) {
                firing[i] = (choice & 1 << i) != 0;
            }
            if (mayFire(rules, firing)) {
                stable.add(tags(rules, firing, -1));
            }
        }
        return stable;
    }

    /**
     * Whether just these rules may fire: each matches and is not overridden; and one that matches and does not fire is
     * overridden, or there is one of higher priority that is exclusive and fires.
     */
    private static boolean mayFire(List<Tagging> rules, boolean[] firing) {
        for (int rule = 0; rule < firing.length; rule++) {
            boolean matches = matches(rules, firing, rule);
            boolean overridden = false;
            boolean excluded = false;
            for (int other = 0; other < firing.length; other++) {
                overridden |= other != rule && rules.get(other).overrides() == rule && matches(rules, firing, other);
                excluded |= firing[other]
                        && rules.get(other).exclusive()
                        && rules.get(other).priority() > rules.get(rule).priority();
            }
            if (firing[rule] ? !matches || overridden : matches && !overridden && !excluded) {
                return false;
            }
        }
        return true;
    }

    @Test
    void whatRulesAreCalledDoesNotMatter() {
        Property.tries(TRIES / 3).check(rules(true, true), rules -> {
            List<String> names = names(rules.size());
            ResolvedFleet fleet = resolve(rules, names);
            ResolvedFleet renamed = resolve(rules, names.reversed());
            Property.assume(fleet.findings().isEmpty() && renamed.findings().isEmpty());
            assertThat(renamed.tags("host:h")).isEqualTo(fleet.tags("host:h"));
        });
    }
}
