package dev.fairlead.diagram;

import dev.fairlead.diagram.diff.AlikeChannels;
import dev.fairlead.diagram.diff.Overlay;
import dev.fairlead.diagram.dot.DotRenderer;
import dev.fairlead.diagram.filter.Collapse;
import dev.fairlead.diagram.filter.Reduction;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.fit.Fitting;
import dev.fairlead.diagram.fit.Measure;
import dev.fairlead.diagram.fit.Part;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.DiagramWriter;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.markdown.MarkdownRenderer;
import dev.fairlead.diagram.mermaid.MermaidRenderer;
import dev.fairlead.diagram.plantuml.C4PlantUmlRenderer;
import dev.fairlead.diagram.plantuml.PlantUmlRenderer;
import dev.fairlead.diagram.structurizr.StructurizrRenderer;
import dev.fairlead.diagram.svg.HtmlRenderer;
import dev.fairlead.diagram.svg.SvgRenderer;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.text.TextRenderer;
import dev.fairlead.diagram.view.UnknownSubjectException;
import dev.fairlead.fleet.resolution.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a resolution to a picture: a view, filters, a budget, and a format. */
public final class Diagrams {
    /** Each arrow has a track of its own, so many pixels from the next. */
    private static final int TRACK = 16;

    private static final Measure HOPELESS = new Measure("", 0, Integer.MAX_VALUE);

    private Diagrams() {}

    /**
     * What a picture shows, before it has a format.
     *
     * @throws dev.fairlead.diagram.view.UnknownSubjectException if it is about something that the fleet has not
     * @throws dev.fairlead.diagram.filter.NothingNearException if it is near something that it has not
     */
    public static Diagram view(Resolution resolution, Order order) {
        return shown(order.view().of(resolution, order.question()), order);
    }

    /**
     * The part of a picture that is different from what it was, with what is directly connected to it.
     *
     * @throws dev.fairlead.diagram.view.UnknownSubjectException as above, of the fleet as it is now
     * @throws dev.fairlead.diagram.filter.NothingNearException as above
     */
    public static Diagram changes(Resolution before, Resolution after, Order wanted) {
        // Whatever is new is worth showing, also what nothing depends on.
        Order order = wanted.of(wanted.view(), wanted.question().ofAllAspects());
        AlikeChannels both = AlikeChannels.of(before, after);
        Diagram now = order.view().of(both.after(), order.question());
        return shown(Overlay.changes(before, before(both.before(), order, now), after, now), order);
    }

    /**
     * A picture laid over what it was, in which all that is different is marked and nothing is left out.
     *
     * @throws dev.fairlead.diagram.view.UnknownSubjectException as above, of the fleet as it is now
     * @throws dev.fairlead.diagram.filter.NothingNearException as above
     */
    public static Diagram compared(Resolution before, Resolution after, Order order) {
        AlikeChannels both = AlikeChannels.of(before, after);
        Diagram now = order.view().of(both.after(), order.question());
        return shown(Overlay.of(before, before(both.before(), order, now), after, now), order);
    }

    /** What the picture is about may be new, and then nothing was there. */
    private static Diagram before(Resolution before, Order order, Diagram now) {
        try {
            return order.view().of(before, order.question());
        } catch (UnknownSubjectException unknown) {
            return now.with(List.of(), List.of());
        }
    }

    /**
     * What an order leaves of a diagram that was drawn before.
     *
     * @throws dev.fairlead.diagram.filter.NothingNearException as above
     */
    public static Diagram shown(Diagram whole, Order order) {
        Diagram diagram = order.filter().apply(whole);
        if (order.collapsed() != null) {
            diagram = Collapse.kind(diagram, order.collapsed());
        }
        if (order.reduced()) {
            diagram = Reduction.of(diagram);
        }
        return diagram.nodes().isEmpty() ? diagram.noting("There is nothing to show.") : diagram;
    }

    /** The pictures that a diagram becomes in a format: one, or an index and its parts where it is over budget. */
    public static List<Part> draw(Diagram diagram, Format format, @Nullable Budget budget, Theme theme) {
        Budget kept = budget == null ? usual(format) : budget;
        boolean laidOut = format == Format.SVG || format == Format.HTML;
        return new Fitting(kept, drawn -> laidOut && isHopeless(drawn, kept) ? HOPELESS : measure(drawn, format, theme))
                .fit(diagram);
    }

    /** A layout of very many arrows takes many seconds, only to turn out far too large. */
    private static boolean isHopeless(Diagram diagram, Budget budget) {
        return diagram.edges().size() > budget.pixels() / TRACK && diagram.form() != Form.MATRIX;
    }

    private static Budget usual(Format format) {
        return switch (format) {
            case MERMAID -> Budget.MERMAID;
            case DOT, PLANTUML, C4_PLANTUML, STRUCTURIZR -> Budget.LAYOUT;
            case MARKDOWN, TEXT -> Budget.PAGE;
            case SVG, HTML, JSON -> Budget.FILE;
        };
    }

    private static Measure measure(Diagram diagram, Format format, Theme theme) {
        return switch (format) {
            case MERMAID -> new Measure(MermaidRenderer.render(diagram), MermaidRenderer.edges(diagram), 0);
            case SVG -> measure(SvgRenderer.render(diagram, theme));
            case HTML -> measure(HtmlRenderer.render(diagram, theme));
            case DOT -> measure(DotRenderer.render(diagram), diagram);
            case PLANTUML -> measure(PlantUmlRenderer.render(diagram), diagram);
            case C4_PLANTUML -> measure(C4PlantUmlRenderer.render(diagram), diagram);
            case STRUCTURIZR -> measure(StructurizrRenderer.render(diagram), diagram);
            case JSON -> measure(DiagramWriter.write(diagram), diagram);
            case MARKDOWN -> measure(MarkdownRenderer.render(diagram), diagram);
            case TEXT -> measure(TextRenderer.render(diagram), diagram);
        };
    }

    private static Measure measure(SvgRenderer.Drawing drawing) {
        // A budget of edges is one of programs that draw, and this is drawn.
        return new Measure(drawing.text(), 0, Math.max(drawing.width(), drawing.height()));
    }

    private static Measure measure(String text, Diagram diagram) {
        return new Measure(text, diagram.edges().size(), 0);
    }
}
