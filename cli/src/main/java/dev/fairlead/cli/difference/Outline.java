package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.difference.Section.Mark;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.diff.Difference.EdgeChange;
import dev.fairlead.diagram.diff.Difference.ExclusionChange;
import dev.fairlead.diagram.diff.Difference.FiringChange;
import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.OutputChange;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.diagram.diff.Difference.ScopeChange;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.diff.Difference.WaveChange;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Firing;
import dev.fairlead.fleet.resolution.Resolution.Edge;
import dev.fairlead.fleet.resolution.Resolution.Excluded;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.State;
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
                        section("kept out", difference.excluded(), Outline::exclusion),
                        section("bindings", difference.bindings(), Outline::binding),
                        section("settings", difference.settings(), SharedEntries::setting),
                        section("ports", difference.ports(), SharedEntries::port),
                        section("channel items", difference.items(), SharedEntries::item),
                        section("consumers", difference.consumers(), SharedEntries::consumer),
                        section("state", difference.coverage(), SharedEntries::coverage),
                        section("backends", difference.backends(), SharedEntries::backend),
                        section("rules", difference.rules(), Outline::firing),
                        section("edges", edges(difference), Outline::edgeEntry),
                        section("plan", difference.plan(), Outline::wave),
                        section("outputs", difference.outputs(), Outline::output))
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
        return new Entry(
                Entry.mark(change.before(), change.after()), Entry.moved(change.before(), change.after()), details);
    }

    private static Entry service(ServiceChange change) {
        String how = change.kind() == Kind.MOVED || change.kind() == Kind.RENAMED
                ? " (" + change.kind().name().toLowerCase(Locale.ROOT) + ")"
                : "";
        List<String> details = change.attributes().isEmpty()
                ? List.of()
                : List.of("different: " + String.join(", ", change.attributes()));
        return new Entry(
                Entry.mark(change.before(), change.after()),
                Entry.moved(change.before(), change.after()) + how,
                details);
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

    private static Entry output(OutputChange change) {
        return Entry.of(
                Mark.CHANGED,
                change.output() + " of " + change.where() + (change.certain() ? "" : " perhaps") + ", because of "
                        + Headline.some(change.because())
                        + (change.certain() ? "" : " (compared as written: the target decides the rest)"));
    }

    private static Entry exclusion(ExclusionChange change) {
        Excluded excluded = Objects.requireNonNull(
                change.after() != null ? change.after() : change.before(), "a change is of something");
        String before = change.before() == null ? null : keptOut(change.before());
        String after = change.after() == null ? null : keptOut(change.after());
        return Entry.of(Entry.mark(before, after), excluded.id() + " " + Entry.moved(before, after));
    }

    private static String keptOut(Excluded excluded) {
        String by = excluded.by().isEmpty() ? "with what includes it" : "by " + sources(excluded.by());
        return by + ", included by " + sources(excluded.includedBy());
    }

    private static String sources(List<Inclusion> ways) {
        return ways.stream().map(Inclusion::by).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static Entry firing(FiringChange change) {
        Firing firing = Objects.requireNonNull(
                change.after() != null ? change.after() : change.before(), "a change is of something");
        return Entry.of(
                Entry.mark(change.before(), change.after()),
                firing.rule() + " on " + firing.fact() + ": " + firing.action() + " " + firing.what()
                        + (firing.target().equals(firing.fact()) ? "" : " for " + firing.target()));
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
                Entry.mark(change.before(), change.after()),
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
}
