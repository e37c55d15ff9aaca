package dev.fairlead.viewer;

import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.viewer.LiveFleet.Supposed;
import dev.fairlead.viewer.LiveFleet.Supposition;
import dev.fairlead.viewer.Questions.Look;
import dev.fairlead.viewer.answer.Answers;
import dev.fairlead.viewer.answer.Details;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Forms;
import dev.fairlead.viewer.answer.Overview;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.answer.Refusal.Reason;
import dev.fairlead.viewer.answer.Search;
import dev.fairlead.viewer.answer.Trace;
import dev.fairlead.viewer.http.EventStream;
import dev.fairlead.viewer.http.Loopback;
import dev.fairlead.viewer.http.Reply;
import dev.fairlead.viewer.http.Request;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which path answers what. A path is compared as it was sent, so there is no other way to write one. */
final class ViewerRoutes implements Loopback.Routes {
    private static final String ASSETS = "/assets/";
    private static final String EVENTS = "/api/events";

    private final Assets assets;
    private final Documents documents;
    private final Questions questions;
    private final LiveFleet fleet;
    private final Forms forms;
    private final Watch watch;

    ViewerRoutes(Assets assets, Documents documents, LiveFleet fleet, Forms forms, Watch watch) {
        this.assets = assets;
        this.documents = documents;
        this.questions = new Questions(documents, forms);
        this.fleet = fleet;
        this.forms = forms;
        this.watch = watch;
    }

    @Override
    public Reply answer(Request request) throws Refusal, IOException {
        String path = request.path();
        if (request.method().equals("POST")) {
            return switch (path) {
                case "/api/documents" -> open(request.body());
                case "/api/whatif" -> suppose(Body.of(request.body()));
                default -> throw nothing();
            };
        }
        if (path.startsWith(ASSETS)) {
            return assets.named(path.substring(ASSETS.length()));
        }
        return switch (path) {
            case "/" -> assets.page();
            case "/open" -> assets.opener();
            case "/api/documents" ->
                Reply.json(Overview.of(documents.all(), documents.version(), fleet.isSupposable()));
            case "/api/view" ->
                Reply.json(questions.look(request, Set.of()).shown().json());
            case "/api/details" -> details(request);
            case "/api/findings" -> findings(request);
            case "/api/trace" -> trace(request);
            case "/api/search" -> search(request);
            case "/api/difference" -> difference(request);
            case "/api/export" -> export(request);
            default -> throw nothing();
        };
    }

    private static Refusal nothing() {
        return Refusal.unknown("There is nothing here.");
    }

    @Override
    public @Nullable EventStream events(Request request) {
        return request.path().equals(EVENTS) && request.method().equals("GET") ? watch.listen() : null;
    }

    @Override
    public void gone(EventStream stream) {
        watch.forget(stream);
    }

    private Reply details(Request request) throws Refusal {
        Look look = questions.look(request, Set.of("id"));
        return Reply.json(Details.of(look.document(), look.shown(), request.required("id"), forms));
    }

    private Reply findings(Request request) throws Refusal {
        Document document = questions.document(request);
        return Reply.json(Answers.object(json -> forms.findings(
                json,
                "findings",
                document.content() instanceof Document.Content.Fleet(var resolution)
                        ? resolution.findings()
                        : List.of())));
    }

    private Reply trace(Request request) throws Refusal {
        Look look = questions.look(request, Set.of("id", "direction", "channel"));
        String channel = request.value("channel");
        if (channel != null) {
            return Reply.json(Trace.ofChannel(look.document(), look.shown(), channel));
        }
        String given = request.value("direction");
        Trace.Direction direction = switch (given == null ? "both" : given) {
            case "up" -> Trace.Direction.UP;
            case "down" -> Trace.Direction.DOWN;
            case "both" -> Trace.Direction.BOTH;
            default -> throw Refusal.malformed("'direction' is up, down or both, and not '" + given + "'.");
        };
        return Reply.json(Trace.of(look.document(), look.shown(), request.required("id"), direction));
    }

    private Reply search(Request request) throws Refusal {
        Look look = questions.look(request, Set.of("q"));
        String text = request.value("q");
        return Reply.json(Search.of(look.document(), look.shown(), text == null ? "" : text));
    }

    private Reply difference(Request request) throws Refusal {
        Document before = documents.named(request.required("old"));
        Document after = documents.named(request.required("new"));
        return Reply.json(forms.difference(Difference.between(before.resolution(), after.resolution())));
    }

    private Reply export(Request request) throws Refusal, IOException {
        Look look = questions.look(request, Set.of("format"));
        Format format = Export.format(request.required("format"));
        var export = new Export(look, format);
        if (format == Format.HTML && assets.isComplete()) {
            return export.file(
                    Export.name(look.document().title()) + "-"
                            + Export.name(look.shown().seen().view()),
                    new OneFilePage(assets, forms).of(look.document(), look.shown()));
        }
        return export.reply();
    }

    private Reply open(byte[] body) throws Refusal {
        Document document = forms.read(body);
        String id = documents.keep(document, body);
        return Reply.json(Answers.object(json -> {
            json.writeStringProperty("id", id);
            json.writeStringProperty("title", document.title());
            json.writeStringProperty(
                    "kind", document.content() instanceof Document.Content.Fleet ? "resolution" : "diagram");
        }));
    }

    private Reply suppose(Body body) throws Refusal {
        body.allow(List.of("document", "without", "backend", "set"));
        List<String> named = body.all("document");
        if (!fleet.isSupposable() || !(named.isEmpty() || named.equals(List.of(Documents.FLEET)))) {
            throw new Refusal(
                    Reason.IMPOSSIBLE,
                    "Only a fleet that is served from its files can be resolved with changes, since its resolution alone"
                            + " does not say what it is made of.");
        }
        var supposition = new Supposition(body.all("without"), body.all("backend"), body.all("set"));
        if (supposition.without().isEmpty()
                && supposition.backend().isEmpty()
                && supposition.set().isEmpty()) {
            throw Refusal.malformed("A supposition needs a change: without, backend or set.");
        }
        Document before = documents.fleet();
        Supposed supposed = fleet.suppose(supposition);
        var document = new Document(
                supposed.words(), Document.Origin.WHATIF, new Document.Content.Fleet(supposed.resolution()));
        String id = documents.keep(document, Documents.bytes(documents.version() + " " + supposition));
        String difference = forms.difference(Difference.between(before.resolution(), supposed.resolution()));
        return Reply.json(Answers.object(json -> {
            json.writeStringProperty("document", id);
            json.writeStringProperty("words", supposed.words());
            json.writeName("difference");
            json.writeRawValue(difference);
        }));
    }
}
