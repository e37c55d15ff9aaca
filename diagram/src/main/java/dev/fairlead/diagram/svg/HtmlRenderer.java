package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Diagram;

/** A page of one file that needs nothing else, no network and no script: the SVG, and a policy that forbids all but it. */
public final class HtmlRenderer {
    private HtmlRenderer() {}

    /** The page of a diagram, as large as its picture. */
    public static SvgRenderer.Drawing render(Diagram diagram, Theme theme) {
        SvgRenderer.Drawing drawing = SvgRenderer.render(diagram, theme);
        String page =
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                body { margin: 0; background: %s; }
                main { overflow: auto; }
                svg { display: block; margin: 0 auto; }
                .node:hover > :first-of-type, .edge:hover > path { stroke-width: 3; }
                </style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(Canvas.escape(diagram.title()), theme.background().hex(), drawing.text());
        return new SvgRenderer.Drawing(page, drawing.width(), drawing.height());
    }
}
