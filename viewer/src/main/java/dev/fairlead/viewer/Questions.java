package dev.fairlead.viewer;

import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.view.View;
import dev.fairlead.viewer.answer.Arranged;
import dev.fairlead.viewer.answer.Depth;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Document.Drawn;
import dev.fairlead.viewer.answer.Forms;
import dev.fairlead.viewer.answer.Pictures;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.answer.Shown;
import dev.fairlead.viewer.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What requests are about: which document, which view of it, and how far it is open. */
final class Questions {
    private static final String DOCUMENT = "document";
    private static final String AGAINST = "against";
    private static final String CHANGED = "changed";
    private static final String DEPTH = "depth";
    private static final String EXPANDED = "expanded";
    private static final String COLLAPSED = "collapsed";
    private static final Set<String> OWN = Set.of(DOCUMENT, AGAINST, CHANGED, DEPTH, EXPANDED, COLLAPSED);

    private final Documents documents;
    private final Forms forms;

    Questions(Documents documents, Forms forms) {
        this.documents = documents;
        this.forms = forms;
    }

    /**
     * What somebody looks at.
     *
     * @param order what of the document, and in which colours
     */
    record Look(Document document, Order order, Shown shown) {}

    /** What a page asks for first: the usual view, opened as far as can be looked at. */
    static Look first(Document document, Forms forms) throws Refusal {
        return look(
                document,
                null,
                new TreeMap<>(Map.of("view", List.of(View.names().getFirst()))),
                Depth.AUTOMATIC,
                forms);
    }

    /** The document that a request names, or the fleet. */
    Document document(Request request) throws Refusal {
        String id = request.value(DOCUMENT);
        return documents.named(id == null ? Documents.FLEET : id);
    }

    /**
     * What a request is about.
     *
     * @param other parameters that are not about what is looked at
     */
    Look look(Request request, Set<String> other) throws Refusal {
        Document document = document(request);
        String before = request.value(AGAINST);
        SortedMap<String, List<String>> options = new TreeMap<>(request.parameters());
        options.keySet().removeAll(OWN);
        options.keySet().removeAll(other);
        Document old = before == null ? null : documents.named(before);
        Against against = old == null ? null : new Against(old, changes(request));
        return look(document, against, options, depth(request), forms);
    }

    /** The other side of a comparison, and whether only what is different is shown. */
    private record Against(Document old, boolean changes) {}

    private static boolean changes(Request request) throws Refusal {
        String given = request.value(CHANGED);
        return switch (given == null ? "false" : given) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw Refusal.malformed("'changed' is true or false, and not '" + given + "'.");
        };
    }

    private static Look look(
            Document document,
            @Nullable Against against,
            SortedMap<String, List<String>> options,
            Depth depth,
            Forms forms)
            throws Refusal {
        boolean automatic = depth.automatic();
        Drawn drawn = document.drawn(new Question(options, automatic, against), () -> {
            Order order = forms.order(document, options);
            return new Drawn(order, new Arranged(diagram(document, against, order), automatic));
        });
        return new Look(document, drawn.order(), drawn.view().shown(depth));
    }

    /** What a view depends on, beyond the document. */
    private record Question(
            SortedMap<String, List<String>> options,
            boolean automatic,
            @Nullable Against against) {}

    private static Diagram diagram(Document document, @Nullable Against against, Order order) throws Refusal {
        return against == null
                ? Pictures.of(document, order)
                : Pictures.compared(against.old(), document, against.changes(), order);
    }

    private static Depth depth(Request request) throws Refusal {
        String given = request.value(DEPTH);
        if (given != null && !given.equals("auto")) {
            throw Refusal.malformed("'depth' is 'auto' or left out, and not '" + given + "'.");
        }
        return new Depth(given != null, Set.copyOf(request.all(EXPANDED)), Set.copyOf(request.all(COLLAPSED)));
    }
}
