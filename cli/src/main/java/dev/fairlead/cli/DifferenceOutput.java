package dev.fairlead.cli;

import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.difference.DifferenceHtml;
import dev.fairlead.cli.difference.DifferenceJson;
import dev.fairlead.cli.difference.DifferenceMarkdown;
import dev.fairlead.cli.difference.DifferenceText;
import dev.fairlead.diagram.Diagrams;
import dev.fairlead.diagram.Format;
import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;

/**
 * The forms in which commands print differences: what changed in words, or a picture of it.
 *
 * @param heading what is compared with what, for people
 */
record DifferenceOutput(Resolution before, Resolution after, Difference difference, String heading) {
    static final Option FORMAT = Option.choice(
            "--format",
            "F",
            List.of(
                    "text",
                    "markdown",
                    "json",
                    "mermaid",
                    "html",
                    "svg",
                    "dot",
                    "plantuml",
                    "c4-plantuml",
                    "structurizr"),
            "text, markdown, json, html; drawn: mermaid, svg, dot, plantuml, c4-plantuml, structurizr");
    static final Option THEME = DiagramOptions.THEME;

    static DifferenceOutput between(Resolution before, Resolution after, String heading) {
        return new DifferenceOutput(before, after, Difference.between(before, after), heading);
    }

    void print(Call call) {
        switch (call.arguments().choice(FORMAT)) {
            case "text" -> words(new DifferenceText(call.paint()).of(difference, heading), call);
            case "markdown" -> words(DifferenceMarkdown.of(difference, heading, mermaid()), call);
            case "json" -> json(call);
            case "html" -> words(html(call), call);
            default -> picture(call);
        }
    }

    private static void words(String text, Call call) {
        String file = call.arguments().value(PictureOutput.OUTPUT);
        if (file == null || file.equals("-")) {
            call.console().out().print(text);
        } else {
            PictureOutput.write(call.path(file), text);
        }
    }

    private void json(Call call) {
        if (call.arguments().has(PictureOutput.OUTPUT)) {
            throw new UsageException("-o is for pictures and pages; send JSON to a file with >");
        }
        DifferenceJson.write(difference, call.console().out());
    }

    private void picture(Call call) {
        Format format = Format.named(call.arguments().choice(FORMAT)).orElseThrow();
        PictureOutput.deliver(
                Diagrams.draw(diagram(), format, PictureOutput.budget(call.arguments()), DiagramOptions.theme(call)),
                format,
                call);
    }

    private Diagram diagram() {
        return Diagrams.changes(before, after, Order.of(View.DEPENDENCIES));
    }

    /** Small enough for every forge, and to leave room for words. */
    private String mermaid() {
        Budget small = Budget.named("gitea").orElseThrow();
        return Diagrams.draw(diagram(), Format.MERMAID, small, Theme.LIGHT)
                .getFirst()
                .text();
    }

    private String html(Call call) {
        Theme theme = DiagramOptions.theme(call);
        List<Part> parts = Diagrams.draw(diagram(), Format.SVG, PictureOutput.budget(call.arguments()), theme);
        return DifferenceHtml.of(difference, heading, parts.getFirst().text(), theme);
    }
}
