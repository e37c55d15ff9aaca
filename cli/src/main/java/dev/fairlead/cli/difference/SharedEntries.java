package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.difference.Section.Mark;
import dev.fairlead.cli.report.DataText;
import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.LayerChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of what services share, in words. */
final class SharedEntries {
    private SharedEntries() {}

    static Entry setting(SettingChange change) {
        String before = change.before() == null ? null : DataText.of(change.before());
        String after = change.after() == null ? null : DataText.of(change.after());
        String layer = layers(change.layerBefore(), change.layerAfter());
        // With one layer, all is said.
        List<String> details = change.layers().size() == 1
                        && Objects.equals(change.layers().getFirst().before(), change.before())
                        && Objects.equals(change.layers().getFirst().after(), change.after())
                ? List.of()
                : change.layers().stream().map(SharedEntries::said).toList();
        return new Entry(
                Entry.mark(before, after),
                change.where() + " " + change.path() + ": " + Entry.moved(before, after) + layer,
                details);
    }

    private static String said(LayerChange change) {
        String before = change.before() == null ? "nothing" : DataText.of(change.before());
        String after = change.after() == null ? "nothing" : DataText.of(change.after());
        return change.layer() + " says " + after + ", and said " + before;
    }

    private static String layers(@Nullable String before, @Nullable String after) {
        if (before != null && after != null && !before.equals(after)) {
            return " (from " + before + ", now from " + after + ")";
        }
        return " (from " + (after == null ? before : after) + ")";
    }

    static Entry port(PortChange change) {
        String before = change.before() == null ? null : claim(change.before());
        String after = change.after() == null ? null : claim(change.after());
        PortClaim claim = change.after() != null ? change.after() : change.before();
        String whose = claim == null ? "" : claim.by() + " " + claim.name() + ": ";
        return Entry.of(Entry.mark(before, after), whose + Entry.moved(before, after));
    }

    private static String claim(PortClaim claim) {
        String number = claim.from() == claim.to() ? "" + claim.from() : claim.from() + "-" + claim.to();
        return claim.protocol() + " " + claim.bind() + ":" + number + " on host:" + claim.host()
                + (claim.open() ? ", public" : "");
    }

    static Entry item(ItemChange change) {
        String before = change.before() == null ? null : DataText.of(change.before());
        String after = change.after() == null ? null : DataText.of(change.after());
        boolean seenOtherwise =
                before != null && after != null && !Objects.equals(change.visibilityBefore(), change.visibilityAfter());
        List<String> details = seenOtherwise
                ? List.of("visible to: " + change.visibilityBefore() + " → " + change.visibilityAfter())
                : List.of();
        return new Entry(
                Entry.mark(before, after),
                change.channel() + " from " + change.service() + ": " + Entry.moved(before, after),
                details);
    }

    static Entry consumer(ConsumerChange change) {
        List<String> details = new ArrayList<>();
        if (!change.gained().isEmpty()) {
            details.add("now also from " + String.join(", ", change.gained()));
        }
        if (!change.lost().isEmpty()) {
            details.add("no longer from " + String.join(", ", change.lost()));
        }
        return new Entry(Mark.CHANGED, change.service() + " reads " + change.channel(), details);
    }

    static Entry coverage(CoverageChange change) {
        String before = change.before() == null ? null : covered(change.before());
        String after = change.after() == null ? null : covered(change.after());
        boolean other = before != null && after != null && !Objects.equals(change.stateBefore(), change.stateAfter());
        List<String> details = other && change.stateBefore() != null && change.stateAfter() != null
                ? List.of(DataText.of(change.stateBefore()) + " → " + DataText.of(change.stateAfter()))
                : List.of();
        return new Entry(Entry.mark(before, after), change.service() + ": " + Entry.moved(before, after), details);
    }

    private static String covered(List<String> by) {
        return by.isEmpty() ? "in no backup" : "in the backup of " + String.join(", ", by);
    }

    static Entry backend(BackendChange change) {
        return Entry.of(
                Entry.mark(change.before(), change.after()),
                change.scope() + " " + change.routed() + ": " + Entry.moved(change.before(), change.after()));
    }
}
