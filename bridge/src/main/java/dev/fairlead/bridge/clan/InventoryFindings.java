package dev.fairlead.bridge.clan;

import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Suggestions;
import dev.fairlead.nix.syntax.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an inventory, each with its place in the file. */
final class InventoryFindings {
    private final Source source;
    private final Places places;
    private final List<Finding> findings = new ArrayList<>();

    InventoryFindings(Source source, Places places) {
        this.source = source;
        this.places = places;
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** Something that Clan would not take either. */
    void malformed(String sentence, int offset) {
        report(FindingId.SYNTAX, sentence, offset, null);
    }

    void unknownAttribute(String path, String nearest, int offset) {
        report(FindingId.UNKNOWN_ATTRIBUTE, path + " is no option of an inventory.", offset, question(nearest));
    }

    /** @param where what names the machine: {@code Instance "mon" gives the role "server" to} */
    void ghostMachine(String where, String machine, Collection<String> known, int offset) {
        String nearest = Suggestions.nearest(machine, new TreeSet<>(known));
        report(
                FindingId.GHOST_MACHINE,
                where + " the machine \"" + machine + "\", which the inventory does not have.",
                offset,
                nearest == null ? "add it under \"machines\", or remove it here" : question(nearest));
    }

    /** @param where what names the tag */
    void unknownTag(String where, String tag, Collection<String> known, int offset) {
        String nearest = Suggestions.nearest(tag, new TreeSet<>(known));
        report(
                FindingId.UNKNOWN_TAG,
                where + " the tag \"" + tag + "\", which no machine has.",
                offset,
                nearest == null ? "give a machine the tag, or remove it here" : question(nearest));
    }

    private void report(FindingId id, String sentence, int offset, @Nullable String fix) {
        findings.add(Finding.of(id, sentence)
                .at(places.at(source.position(offset)))
                .fix(fix)
                .build());
    }

    private static String question(String nearest) {
        return "did you mean \"" + nearest + "\"?";
    }
}
