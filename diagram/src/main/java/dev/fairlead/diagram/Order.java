package dev.fairlead.diagram;

import dev.fairlead.diagram.filter.Filter;
import dev.fairlead.diagram.fit.Budget;
import dev.fairlead.diagram.svg.Theme;
import dev.fairlead.diagram.view.Question;
import dev.fairlead.diagram.view.View;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody wants.
 *
 * @param filter which part of the view is shown
 * @param collapsed the kind of groups that are drawn as one box each, or null
 * @param reduced whether arrows are left out that others imply
 * @param budget how large a picture may be, or null for what suits the format
 * @param theme the colours of our own pictures
 */
public record Order(
        View view,
        Question question,
        Filter filter,
        @Nullable String collapsed,
        boolean reduced,
        @Nullable Budget budget,
        Theme theme) {
    /** A view of a whole fleet. */
    public static Order of(View view) {
        return new Order(view, Question.FLEET, Filter.NONE, null, false, null, Theme.LIGHT);
    }

    /** The same of one host. */
    public Order ofHost(String host) {
        return new Order(
                view,
                new Question(host, question.subject(), question.allAspects()),
                filter.and("host", host),
                collapsed,
                reduced,
                budget,
                theme);
    }

    /** The same of another view. */
    public Order of(View other, Question about) {
        return new Order(other, about, filter, collapsed, reduced, budget, theme);
    }
}
