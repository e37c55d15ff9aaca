package dev.fairlead.cli.difference;

import dev.fairlead.cli.difference.Section.Entry;
import dev.fairlead.cli.report.TerminalText;
import dev.fairlead.diagram.diff.Difference;
import dev.fairlead.diagram.svg.Theme;
import java.util.List;

/** Writes a difference as a page of one file that needs nothing else: the summary, the picture, and each change. */
public final class DifferenceHtml {
    private DifferenceHtml() {}

    /**
     * The page.
     *
     * @param heading what is compared with what
     * @param picture an SVG element
     * @param theme the one that the picture was drawn in
     */
    public static String of(Difference difference, String heading, String picture, Theme theme) {
        var body = new StringBuilder();
        List<Section> sections = Outline.of(difference);
        body.append("<p>").append(escaped(Headline.size(difference))).append("</p>\n");
        if (difference.isEmpty()) {
            body.append("<p>No difference.</p>\n");
        } else {
            body.append("<table>\n");
            for (Section section : sections) {
                body.append("<tr><th scope=\"row\">").append(escaped(section.title()));
                body.append("</th><td>").append(escaped(section.counts())).append("</td></tr>\n");
            }
            body.append("</table>\n<p>")
                    .append(escaped(Headline.reach(difference.affected())))
                    .append("</p>\n");
            body.append("<figure>\n").append(picture).append("</figure>\n");
        }
        for (Section section : sections) {
            body.append("<h2>").append(escaped(section.title())).append("</h2>\n<ul>\n");
            section.entries().forEach(entry -> entry(entry, body));
            body.append("</ul>\n");
        }
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s</title>
                <style>
                body { margin: 1.5rem; background: %2$s; color: %3$s; font: 15px/1.5 sans-serif; }
                th { text-align: left; padding-right: 2rem; font-weight: normal; }
                figure { margin: 1.5rem 0; overflow: auto; }
                figure svg { display: block; }
                ul { list-style: none; padding: 0; }
                li { overflow-wrap: anywhere; }
                li > code { display: inline-block; width: 1.5rem; font-weight: bold; }
                li div { margin-left: 3rem; }
                </style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %4$s</main>
                </body>
                </html>
                """.formatted(escaped(heading), theme.page(), theme.ink(), body);
    }

    private static void entry(Entry entry, StringBuilder out) {
        out.append("<li><code>").append(escaped(entry.mark().sign())).append("</code>");
        out.append(escaped(entry.text()));
        entry.details()
                .forEach(detail -> out.append("<div>").append(escaped(detail)).append("</div>"));
        out.append("</li>\n");
    }

    /** Text that means nothing to HTML, and shows what it is. */
    private static String escaped(String text) {
        return TerminalText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
