package dev.fairlead.cli;

import dev.fairlead.bridge.den.DenInput;
import dev.fairlead.cli.args.ArgumentParser;
import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.difference.DifferenceJson;
import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.document.ResolutionReader;
import dev.fairlead.cli.document.Schema;
import dev.fairlead.cli.report.DataJson;
import dev.fairlead.cli.report.FindingsJson;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.filter.Chosen;
import dev.fairlead.diagram.ir.DiagramFormatException;
import dev.fairlead.diagram.ir.DiagramReader;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Data;
import dev.fairlead.fleet.select.SelectionException;
import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Document.Content;
import dev.fairlead.viewer.answer.Forms;
import dev.fairlead.viewer.answer.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The forms of the viewer are those of the command line: its documents, and the options of {@code fairlead diagram}. */
final class ViewerForms implements Forms {
    /** The options that a request may have. Not those that name files. */
    private static final List<String> VALUES = List.of(
            "view",
            "host",
            "environment",
            "tag",
            "class",
            "capability",
            "kind",
            "select",
            "of",
            "near",
            "hops",
            "collapse",
            "theme",
            "budget");

    private static final Set<String> FLAGS = Set.of("problems", "declared", "reduce", "all-aspects");

    private final TypedSelector selector = new TypedSelector.OfPage();
    private final Call run;

    /** @param run the run of the command that serves or draws */
    ViewerForms(Call run) {
        this.run = run;
    }

    @Override
    public Document read(byte[] json) throws Refusal {
        return Document.opened(content(json));
    }

    /** What a JSON document of ours, or of den-diagram, holds. */
    static Content content(byte[] json) throws Refusal {
        try {
            String schema = Schema.of(json);
            if (schema == null) {
                return new Content.Fleet(DenInput.parse(json));
            }
            return schema.startsWith("fairlead/diagram/")
                    ? new Content.Picture(DiagramReader.read(new String(json, StandardCharsets.UTF_8)))
                    : new Content.Fleet(ResolutionReader.parse(json));
        } catch (DocumentException damaged) {
            throw Refusal.malformed("The document " + damaged.getMessage() + ".");
        } catch (DiagramFormatException wrong) {
            throw Refusal.malformed("The document is no diagram: " + wrong.getMessage() + ".");
        } catch (UnreadableFleetException unreadable) {
            throw Refusal.malformed(
                    "The document is no resolution and no diagram: it names no schema, and " + unreadable.getMessage());
        }
    }

    @Override
    public Order order(Document document, SortedMap<String, List<String>> options) throws Refusal {
        try {
            Arguments arguments = ArgumentParser.parse(new DiagramCommand().synopsis(), words(options));
            Call call = run.with(arguments);
            View view = View.named(arguments.choice(DiagramCommand.VIEW)).orElseThrow();
            return switch (document.content()) {
                case Content.Fleet(Resolution resolution) ->
                    new DiagramOptions(call, resolution, chosen(arguments, resolution)).order(view, null);
                case Content.Picture _ -> DiagramOptions.ofPicture(call);
            };
        } catch (UsageException wrong) {
            throw Refusal.malformed(sentence(wrong));
        }
    }

    private @Nullable Chosen chosen(Arguments arguments, Resolution resolution) throws Refusal {
        String expression = arguments.value(DiagramOptions.SELECT);
        try {
            return expression == null ? null : selector.choose(resolution, expression);
        } catch (SelectionException refused) {
            String sentence = sentence(refused);
            throw Refusal.about("select", sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
        }
    }

    /** The options as they would be on a command line; without those that a form left empty. */
    private static List<String> words(SortedMap<String, List<String>> options) throws Refusal {
        var words = new ArrayList<String>();
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            String name = option.getKey();
            for (String value : option.getValue()) {
                if (FLAGS.contains(name)) {
                    switch (value) {
                        case "", "true" -> words.add("--" + name);
                        case "false" -> {}
                        default -> throw Refusal.malformed("'" + name + "' is true or false, and not '" + value + "'.");
                    }
                } else if (!VALUES.contains(name)) {
                    throw new UsageException(
                            "'" + name + "' means nothing here" + ArgumentParser.didYouMean(name, VALUES));
                } else if (name.equals("theme") && !value.equals("light") && !value.equals("dark")) {
                    // On the command line it may be a file.
                    throw Refusal.malformed("'theme' is light or dark, and not '" + value + "'.");
                } else if (!value.isEmpty()) {
                    words.add("--" + name + "=" + value);
                }
            }
        }
        return words;
    }

    /** What is wrong as a sentence; those that end in a question have their mark. */
    static String sentence(Exception wrong) {
        String words = String.valueOf(wrong.getMessage());
        String message = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return message.endsWith("?") || message.endsWith(".") ? message : message + ".";
    }

    @Override
    public String difference(Difference difference) {
        var bytes = new ByteArrayOutputStream();
        DifferenceJson.write(difference, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void data(JsonGenerator json, Data data) {
        DataJson.value(json, data);
    }

    @Override
    public void findings(JsonGenerator json, String key, List<Finding> findings) {
        FindingsJson.findings(json, key, findings);
    }
}
