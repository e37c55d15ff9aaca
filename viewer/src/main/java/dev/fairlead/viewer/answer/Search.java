package dev.fairlead.viewer.answer;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Provision;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds things by a part of their name. The whole name comes before its beginning, that before the beginning of a word in
 * it, that before any other part, and that before letters that only occur in this order; of equals the shorter first.
 */
public final class Search {
    private static final int MOST = 50;
    private static final int NONE = Integer.MAX_VALUE;

    private Search() {}

    /** Something that can be found. */
    private record Entry(String id, String label, String kind, String where) {}

    private record Hit(Entry entry, int rank) {}

    /** The first {@value #MOST} things of a document that a text finds. Costs the size of the document. */
    public static String of(Document document, Shown shown, String text) {
        List<String> wanted = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Hit> hits = wanted.isEmpty()
                ? List.of()
                : entries(document).stream()
                        .map(entry -> new Hit(entry, rank(entry, wanted)))
                        .filter(hit -> hit.rank() != NONE)
                        .sorted(Comparator.comparingInt(Hit::rank)
                                .thenComparingInt(hit -> hit.entry().label().length())
                                .thenComparing(hit -> hit.entry().label())
                                .thenComparing(hit -> hit.entry().id())
                                .thenComparing(hit -> hit.entry().kind()))
                        .toList();
        return Answers.object(json -> {
            json.writeNumberProperty("found", hits.size());
            Answers.objects(json, "hits", hits.subList(0, Math.min(MOST, hits.size())), hit -> {
                json.writeStringProperty("id", hit.entry().id());
                json.writeStringProperty("label", hit.entry().label());
                json.writeStringProperty("kind", hit.entry().kind());
                json.writeStringProperty("where", hit.entry().where());
                Answers.stringsOrNull(json, "groups", shown.around(hit.entry().id()));
            });
        });
    }

    /** Of several words each has to be found, and the worst found decides. */
    private static int rank(Entry entry, List<String> words) {
        int worst = 0;
        for (String word : words) {
            int byLabel = rank(entry.label().toLowerCase(Locale.ROOT), word);
            int byId = rank(entry.id().toLowerCase(Locale.ROOT), word);
            // What is only in the id, such as the host, finds too, but after what is called so.
            worst = Math.max(worst, byId == NONE ? byLabel : Math.min(byLabel, byId * 2 + 1));
        }
        return worst;
    }

    /** The smaller the better. */
    static int rank(String name, String wanted) {
        if (name.equals(wanted)) {
            return 0;
        }
        if (name.startsWith(wanted)) {
            return 1;
        }
        for (int at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
            if (at > 0 && !Character.isLetterOrDigit(name.charAt(at - 1))) {
                return 2;
            }
        }
        return name.contains(wanted) ? 3 : isScattered(name, wanted) ? 4 : NONE;
    }

    private static boolean isScattered(String name, String wanted) {
        int at = 0;
        for (int i = 0; i < wanted.length(); i++) {
            at = name.indexOf(wanted.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return wanted.length() > 2;
    }

    private static List<Entry> entries(Document document) {
        var entries = new ArrayList<Entry>();
        switch (document.content()) {
            case Document.Content.Fleet(Resolution resolution) -> entries(resolution, entries);
            case Document.Content.Picture(Diagram diagram) -> {
                diagram.groups().forEach(group -> entries.add(new Entry(group.id(), group.label(), group.kind(), "")));
                diagram.nodes()
                        .forEach(node -> entries.add(new Entry(
                                node.id(), node.label(), node.kind(), node.group() == null ? "" : node.group())));
            }
        }
        return entries;
    }

    private static void entries(Resolution resolution, List<Entry> entries) {
        resolution
                .scopes()
                .forEach(scope -> entries.add(new Entry(
                        scope.id(), scope.name(), scope.kind(), scope.parent() == null ? "" : scope.parent())));
        Map<String, Integer> capabilities = new TreeMap<>();
        for (Service service : resolution.services()) {
            String instance = service.instance() == null ? "" : "[" + service.instance() + "]";
            entries.add(new Entry(service.id(), service.name() + instance, "service", service.scope()));
            for (Provision provision : service.provides()) {
                capabilities.merge(provision.capability(), 1, Integer::sum);
            }
        }
        capabilities.forEach((name, providers) -> entries.add(new Entry(
                "capability:" + name, name, "capability", providers == 1 ? "1 provider" : providers + " providers")));
        resolution
                .coordination()
                .channels()
                .keySet()
                .forEach(name -> entries.add(new Entry("channel:" + name, name, "channel", "")));
        for (PortClaim claim : resolution.coordination().claims()) {
            entries.add(new Entry(
                    claim.by(),
                    claim.from() + "/" + claim.protocol() + " " + claim.name(),
                    "port",
                    "host:" + claim.host()));
        }
    }
}
