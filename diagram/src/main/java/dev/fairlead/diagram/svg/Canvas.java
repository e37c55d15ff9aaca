package dev.fairlead.diagram.svg;

import dev.fairlead.diagram.ir.Labels;
import java.util.List;
import java.util.Locale;

/** Elements of SVG, and its quoting. Numbers have at most one decimal. */
final class Canvas {
    private final StringBuilder out = new StringBuilder();

    /** Which way a text runs from its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Opens an element that belongs to something, which readers see when they point at it. */
    void open(String attributes, String tooltip) {
        out.append("<g").append(attributes.isEmpty() ? "" : " " + attributes).append('>');
        if (!tooltip.isEmpty()) {
            out.append("<title>").append(escape(tooltip)).append("</title>");
        }
        out.append('\n');
    }

    void close() {
        out.append("</g>\n");
    }

    void rect(double x, double y, double width, double height, double radius, String style) {
        out.append("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" rx=\"" + number(radius) + "\" " + style + "/>\n");
    }

    void path(String data, String style) {
        out.append("<path d=\"" + data + "\" " + style + "/>\n");
    }

    /** Lines of text, the first on the baseline {@code y}. */
    void text(double x, double y, List<String> lines, Anchor anchor, String style) {
        double at = y;
        for (String line : lines) {
            if (!line.isEmpty()) {
                out.append("<text x=\"" + number(x) + "\" y=\"" + number(at) + "\" text-anchor=\""
                        + anchor.name().toLowerCase(Locale.ROOT) + "\" " + style + ">" + escape(line) + "</text>\n");
            }
            at += TextMetrics.LINE;
        }
    }

    static String fill(Colour colour) {
        return "fill=\"" + colour.hex() + "\"";
    }

    static String stroke(Colour colour, double width, String dashes) {
        return "stroke=\"" + colour.hex() + "\" stroke-width=\"" + number(width) + "\""
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** A text in which nothing means anything to XML. */
    static String escape(String text) {
        return Labels.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
