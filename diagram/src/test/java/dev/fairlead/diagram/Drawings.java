package dev.fairlead.diagram;

import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.Question;
import dev.fairlead.diagram.view.View;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;

/** Views and their texts, as tests want them: of whole fleets, with every service in the picture. */
public final class Drawings {
    private static final Question ALL = new Question(null, null, true);

    private Drawings() {}

    public static Diagram view(Resolution resolution, View view) {
        return Diagrams.view(resolution, Order.of(view).of(view, ALL));
    }

    /** The one picture that a view is in a format; a view that needs several is a failure. */
    public static String text(Resolution resolution, View view, Format format) {
        return text(view(resolution, view), format);
    }

    public static String text(Diagram diagram, Format format) {
        List<Part> parts = Diagrams.draw(diagram, format, Budget.named("none").orElseThrow(), Theme.LIGHT);
        if (parts.size() != 1) {
            throw new AssertionError("more than one picture: " + parts.size());
        }
        return parts.getFirst().text();
    }
}
