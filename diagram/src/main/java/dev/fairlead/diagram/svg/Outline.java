package dev.fairlead.diagram.svg;

import static dev.fairlead.diagram.svg.Canvas.number;

import dev.fairlead.diagram.svg.Layout.Area;

/** The shape of a box: what something is can be seen without its colour. */
enum Outline {
    BOX,
    PILL,
    HEXAGON,
    CYLINDER,
    NOTE,
    PLATE;

    static Outline of(String kind) {
        return switch (kind) {
            case "capability", "class", "backend", "person" -> PILL;
            case "channel" -> HEXAGON;
            case "state" -> CYLINDER;
            case "rule", "note" -> NOTE;
            case "host", "environment", "fleet", "user", "part" -> PLATE;
            default -> BOX;
        };
    }

    /** How much lower than in the middle a text stands, below what the shape has at its top. */
    double header() {
        return this == CYLINDER ? 8 : 0;
    }

    void draw(Canvas canvas, Area at, String style) {
        double x = at.x();
        double y = at.y();
        double right = x + at.width();
        double bottom = y + at.height();
        switch (this) {
            case BOX -> canvas.rect(x, y, at.width(), at.height(), 4, style);
            // Round corners of a high box would cut into its text.
            case PILL -> canvas.rect(x, y, at.width(), at.height(), Math.min(16, at.height() / 2), style);
            case PLATE -> {
                canvas.rect(x, y, at.width(), at.height(), 2, style);
                canvas.path("M" + number(x + 5) + " " + number(y) + "V" + number(bottom), style);
            }
            case HEXAGON ->
                canvas.path(
                        "M" + number(x) + " " + number((y + bottom) / 2) + "L" + number(x + 10) + " " + number(y) + "H"
                                + number(right - 10) + "L" + number(right) + " " + number((y + bottom) / 2) + "L"
                                + number(right - 10) + " " + number(bottom) + "H" + number(x + 10) + "Z",
                        style);
            case NOTE ->
                canvas.path(
                        "M" + number(x) + " " + number(y) + "H" + number(right - 10) + "L" + number(right) + " "
                                + number(y + 10) + "V" + number(bottom) + "H" + number(x) + "Z",
                        style);
            case CYLINDER -> {
                String arc = "A" + number(at.width() / 2) + " 5 0 0 ";
                canvas.path(
                        "M" + number(x) + " " + number(y + 5) + arc + "1 " + number(right) + " " + number(y + 5) + "V"
                                + number(bottom - 5) + arc + "1 " + number(x) + " " + number(bottom - 5) + "Z",
                        style);
                canvas.path(
                        "M" + number(x) + " " + number(y + 5) + arc + "0 " + number(right) + " " + number(y + 5),
                        style);
            }
        }
    }
}
