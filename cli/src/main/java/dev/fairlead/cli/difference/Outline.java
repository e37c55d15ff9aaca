package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.difference.Section.Mark;
import dev.fairlead.cli.report.DataText;
import dev.fairlead.cli.report.Summary;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.diff.Difference.Affected;
import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.EdgeChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.diagram.diff.Difference.ScopeChange;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.diagram.diff.Difference.Size;
import dev.fairlead.diagram.diff.Difference.WaveChange;
import dev.fairlead.fleet.Coordination.PortClaim;
import dev.fairlead.fleet.Resolution.Edge;
import dev.fairlead.fleet.Resolution.State;
import dev.fairlead.fleet.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A difference in words: sections of one-line entries, those that matter most first, none empty. */
final class Outline {
    private Outline() {}

    static List<Section> of(Difference difference) {
        return Stream.of(
                        new Section(
                                "findings",
                                Stream.concat(
                                                difference.appeared().stream().map(f -> finding(Mark.ADDED, f)),
                                                difference.resolved().stream().map(f -> finding(Mark.REMOVED, f)))
                                        .toList()),
                        section("scopes", difference.scopes(), Outline::scope),
                        section("services", difference.services(), Outline::service),
                        section("bindings", difference.bindings(), Outline::binding),
                        section("settings", difference.settings(), Outline::setting),
                        section("ports", difference.ports(), Outline::port),
                        section("channel items", difference.items(), Outline::item),
                        section("consumers", difference.consumers(), Outline::consumer),
                        section("state", difference.coverage(), Outline::coverage),
                        section("backends", difference.backends(), Outline::backend),
                        section("edges", edges(difference), Outline::edgeEntry),
                        section("plan", difference.plan(), Outline::wave))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    /** Those that are not told by the bindings already. */
    private static List<EdgeChange> edges(Difference difference) {
        Set<List<String>> told = difference.bindings().stream()
                .map(binding -> List.of(binding.service(), binding.capability()))
                .collect(Collectors.toSet());
        return difference.edges().stream()
                .filter(change -> {
                    Edge edge = edge(change);
                    return edge.kind() != Edge.Kind.REQUIRES || !told.contains(List.of(edge.from(), edge.label()));
                })
                .toList();
    }

    private static <T> Section section(String title, List<T> changes, Function<T, Entry> entry) {
        return new Section(title, changes.stream().map(entry).toList());
    }

    /** {@code home: 12 services on 3 hosts, was 13 services on 3 hosts}. */
    static String size(Difference difference) {
        Size before = difference.before();
        Size after = difference.after();
        String name = before.fleet().equals(after.fleet()) ? after.fleet() : before.fleet() + " → " + after.fleet();
        return name + ": " + change("service", before.services(), after.services()) + ", "
                + change("host", before.hosts(), after.hosts()) + ", "
                + change("error", before.errors(), after.errors());
    }

    private static String change(String noun, int before, int after) {
        return (before == after ? "" : before + " → ") + Summary.plural(after, noun);
    }

    /** What the change reaches, in one line. */
    static String reach(Affected affected) {
        StringBuilder words = new StringBuilder(
                "different: " + Summary.plural(affected.changed().size(), "service"));
        if (!affected.dependent().isEmpty()) {
            words.append(", needed by ").append(affected.dependent().size()).append(" more");
        }
        if (!affected.hosts().isEmpty()) {
            words.append("; on ").append(String.join(", ", affected.hosts()));
        }
        return words.toString();
    }

    private static Entry finding(Mark mark, Finding finding) {
        String id = finding.severity().text() + "[" + finding.id().text() + "]";
        List<String> details =
                mark == Mark.ADDED && finding.fix() != null ? List.of("help: " + finding.fix()) : List.of();
        return new Entry(mark, id + ": " + finding.message(), details);
    }

    private static Entry scope(ScopeChange change) {
        List<String> details = change.attributes().isEmpty()
                ? List.of()
                : List.of("different: " + String.join(", ", change.attributes()));
        return new Entry(mark(change.before(), change.after()), moved(change.before(), change.after()), details);
    }

    private static Entry service(ServiceChange change) {
        String how = change.before() != null && change.after() != null
                ? " (" + change.kind().name().toLowerCase(Locale.ROOT) + ")"
                : "";
        return Entry.of(mark(change.before(), change.after()), moved(change.before(), change.after()) + how);
    }

    private static Entry binding(Rebinding change) {
        String text = change.service() + " " + change.capability() + ": " + bound(change.stateBefore(), change.before())
                + " → " + bound(change.stateAfter(), change.after());
        return new Entry(Mark.CHANGED, text, change.reasons());
    }

    private static String bound(State state, List<String> ids) {
        String providers = String.join(", ", ids);
        return switch (state) {
            case BOUND -> ids.isEmpty() ? "none" : providers;
            case OPTIONAL -> "none";
            case MISSING, AMBIGUOUS, UNKNOWN -> state.name().toLowerCase(Locale.ROOT);
            case CYCLE -> providers + " (on a cycle)";
        };
    }

    private static Entry setting(SettingChange change) {
        String before = change.before() == null ? null : DataText.of(change.before());
        String after = change.after() == null ? null : DataText.of(change.after());
        String layer = layers(change.layerBefore(), change.layerAfter());
        return Entry.of(
                mark(before, after), change.where() + " " + change.path() + ": " + moved(before, after) + layer);
    }

    private static String layers(@Nullable String before, @Nullable String after) {
        if (before != null && after != null && !before.equals(after)) {
            return " (from " + before + ", now from " + after + ")";
        }
        return " (from " + (after == null ? before : after) + ")";
    }

    private static Entry port(PortChange change) {
        String before = change.before() == null ? null : claim(change.before());
        String after = change.after() == null ? null : claim(change.after());
        PortClaim claim = change.after() != null ? change.after() : change.before();
        String whose = claim == null ? "" : claim.by() + " " + claim.name() + ": ";
        return Entry.of(mark(before, after), whose + moved(before, after));
    }

    private static String claim(PortClaim claim) {
        String number = claim.from() == claim.to() ? "" + claim.from() : claim.from() + "-" + claim.to();
        return claim.protocol() + " " + claim.bind() + ":" + number + " on host:" + claim.host()
                + (claim.open() ? ", public" : "");
    }

    private static Entry item(ItemChange change) {
        String before = change.before() == null ? null : DataText.of(change.before());
        String after = change.after() == null ? null : DataText.of(change.after());
        return Entry.of(
                mark(before, after), change.channel() + " from " + change.service() + ": " + moved(before, after));
    }

    private static Entry consumer(ConsumerChange change) {
        List<String> details = new ArrayList<>();
        if (!change.gained().isEmpty()) {
            details.add("now also from " + String.join(", ", change.gained()));
        }
        if (!change.lost().isEmpty()) {
            details.add("no longer from " + String.join(", ", change.lost()));
        }
        return new Entry(Mark.CHANGED, change.service() + " reads " + change.channel(), details);
    }

    private static Entry coverage(CoverageChange change) {
        String before = change.before() == null ? null : covered(change.before());
        String after = change.after() == null ? null : covered(change.after());
        return Entry.of(mark(before, after), change.service() + ": " + moved(before, after));
    }

    private static String covered(List<String> by) {
        return by.isEmpty() ? "in no backup" : "in the backup of " + String.join(", ", by);
    }

    private static Entry backend(BackendChange change) {
        return Entry.of(
                mark(change.before(), change.after()),
                change.scope() + " " + change.routed() + ": " + moved(change.before(), change.after()));
    }

    private static Edge edge(EdgeChange change) {
        Edge edge = change.after() != null ? change.after() : change.before();
        return Objects.requireNonNull(edge, "a change is of something");
    }

    private static Entry edgeEntry(EdgeChange change) {
        Edge edge = edge(change);
        String label = edge.label().isEmpty() ? "" : " " + edge.label();
        String state = change.before() != null && change.after() != null
                ? " (" + lower(change.before().state()) + " → "
                        + lower(change.after().state()) + ")"
                : "";
        return Entry.of(
                mark(change.before(), change.after()),
                edge.from() + " " + lower(edge.kind()) + " " + edge.to() + label + state);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Entry wave(WaveChange change) {
        return Entry.of(
                Mark.CHANGED, change.service() + ": wave " + number(change.before()) + " → " + number(change.after()));
    }

    private static String number(@Nullable Integer wave) {
        return wave == null ? "none" : wave.toString();
    }

    private static Mark mark(@Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return Mark.ADDED;
        }
        return after == null ? Mark.REMOVED : Mark.CHANGED;
    }

    private static String moved(@Nullable String before, @Nullable String after) {
        if (before == null || after == null || before.equals(after)) {
            return String.valueOf(after == null ? before : after);
        }
        return before + " → " + after;
    }
}
