package dev.fairlead.viewer;

import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Node;
import dev.fairlead.viewer.answer.Answers;
import dev.fairlead.viewer.answer.Details;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Forms;
import dev.fairlead.viewer.answer.Overview;
import dev.fairlead.viewer.answer.Refusal;
import dev.fairlead.viewer.answer.Shown;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * The page of the viewer as one file: its script and style are in it, and what it shows is in it as JSON. It loads nothing,
 * and its policy allows it nothing but that one script and that one style, which it names by their hashes.
 */
final class OneFilePage {
    private static final Pattern SCRIPT = Pattern.compile("\\s*<script\\b[^>]*\\bsrc=[^>]*></script>");
    private static final Pattern LINK = Pattern.compile("\\s*<link\\b[^>]*>");
    private static final Pattern HEAD = Pattern.compile("<head>");
    private static final Pattern BODY_END = Pattern.compile("</body>");

    private final Assets assets;
    private final Forms forms;

    OneFilePage(Assets assets, Forms forms) {
        this.assets = assets;
        this.forms = forms;
    }

    /** The page of what is shown of a document. */
    String of(Document document, Shown shown) {
        // Inside a script element its end tag, and the opening of a comment, mean what they mean in HTML. In the script
        // they
        // can only be in texts and patterns, where a backslash changes nothing.
        String script =
                assets.text(Assets.SCRIPT).replace("</script", "<\\/script").replace("<!--", "<\\!--");
        String style = assets.text(Assets.STYLE).replace("</style", "<\\/style");
        String policy = "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src data: blob:; base-uri 'none'; form-action 'none'";
        String page = LINK.matcher(SCRIPT.matcher(assets.text(Assets.PAGE)).replaceAll(""))
                .replaceAll("");
        // The encoding first: browsers look for it in the first kilobyte only.
        String head = "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + policy + "\">\n<style>" + style + "</style>";
        String end = "<script type=\"application/json\" id=\"fairlead-data\">" + data(document, shown)
                + "</script>\n<script type=\"module\">" + script + "</script>\n</body>";
        page = HEAD.matcher(page).replaceFirst(Matcher.quoteReplacement(head));
        return BODY_END.matcher(page).replaceFirst(Matcher.quoteReplacement(end));
    }

    private String data(Document document, Shown shown) {
        var ids = new LinkedHashSet<String>();
        shown.seen().groups().stream().map(Group::id).forEach(ids::add);
        shown.seen().nodes().stream().map(Node::id).forEach(ids::add);
        var details = new TreeMap<String, String>();
        for (String id : ids) {
            details.putAll(details(document, shown, id));
        }
        return inert(Answers.object(json -> write(json, document, shown, details)));
    }

    /** Frames of a picture that stand for no scope have none. */
    private Map<String, String> details(Document document, Shown shown, String id) {
        try {
            return Map.of(id, Details.of(document, shown, id, forms));
        } catch (Refusal unknown) {
            return Map.of();
        }
    }

    private void write(JsonGenerator json, Document document, Shown shown, Map<String, String> details) {
        json.writeStringProperty("mode", "file");
        json.writeName("documents");
        json.writeRawValue(
                Overview.ofOne(Documents.FLEET, document, shown.seen().view()));
        json.writeName("document");
        json.writeRawValue(shown.json());
        json.writeObjectPropertyStart("details");
        details.forEach((id, answer) -> {
            json.writeName(id);
            json.writeRawValue(answer);
        });
        json.writeEndObject();
        forms.findings(
                json,
                "findings",
                document.content() instanceof Document.Content.Fleet(var resolution)
                        ? resolution.findings()
                        : List.of());
    }

    /** JSON in which no name can end the element around it. In JSON these characters are only in texts. */
    static String inert(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
