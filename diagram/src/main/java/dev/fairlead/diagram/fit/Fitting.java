package dev.fairlead.diagram.fit;

import dev.fairlead.diagram.filter.Collapse;
import dev.fairlead.diagram.filter.Reduction;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Form;
import dev.fairlead.diagram.ir.Group;
import dev.fairlead.diagram.ir.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a diagram within a budget. One that is over is first collapsed, the largest groups first and no more of them than
 * need be; then its edges are reduced to those that no others imply; then it is split into an index and parts.
 *
 * <p>Costs a rendering for each halving of what is left to try, so about the logarithm of the number of groups.
 */
public final class Fitting {
    private final Budget budget;
    private final Measure.Renderer renderer;

    public Fitting(Budget budget, Measure.Renderer renderer) {
        this.budget = budget;
        this.renderer = renderer;
    }

    /** The pictures of a diagram: the whole, or an index and its parts. Each is within the budget if a single box can be. */
    public List<Part> fit(Diagram diagram) {
        Measure whole = renderer.render(diagram);
        if (whole.fits(budget)) {
            return List.of(new Part("", diagram, whole.text()));
        }
        // Rows of a table and messages in an order do not become others by being drawn as one: they go to further
        // pages.
        boolean pages = diagram.form() == Form.TABLE || diagram.form() == Form.SEQUENCE;
        if (!pages) {
            Part smaller = smaller(diagram);
            if (smaller != null) {
                return List.of(smaller);
            }
        }
        return new Splitting(budget, renderer).split(diagram);
    }

    private @Nullable Part smaller(Diagram diagram) {
        Part collapsed = collapsed(diagram);
        if (collapsed != null) {
            return collapsed;
        }
        Diagram reduced = Reduction.of(diagram);
        int left = diagram.edges().size() - reduced.edges().size();
        if (left == 0) {
            return null;
        }
        Diagram noted = reduced.noting(left + " arrows are left out that others imply.");
        Measure measure = renderer.render(noted);
        return measure.fits(budget) ? new Part("", noted, measure.text()) : collapsed(noted);
    }

    /** The picture with as few groups collapsed as fit; null if it is too large with all of them. */
    private @Nullable Part collapsed(Diagram diagram) {
        List<String> candidates = candidates(diagram);
        if (candidates.isEmpty()) {
            return null;
        }
        Part best = null;
        int low = 1;
        int high = candidates.size();
        while (low <= high) {
            // All of them first: if that does not fit, nothing does, and most that do not fit are far from it.
            int tried = best == null ? high : (low + high) >>> 1;
            Diagram smaller = collapse(diagram, candidates.subList(0, tried));
            Measure measure = renderer.render(smaller);
            if (measure.fits(budget)) {
                best = new Part("", smaller, measure.text());
                high = tried - 1;
            } else if (best == null) {
                return null;
            } else {
                low = tried + 1;
            }
        }
        return best;
    }

    private static Diagram collapse(Diagram diagram, List<String> ids) {
        Diagram collapsed = Collapse.groups(diagram, Set.copyOf(ids));
        int hidden = diagram.nodes().size() - collapsed.nodes().size();
        long frames = collapsed.nodes().stream()
                .filter(node -> !node.attribute("collapsed").isEmpty())
                .count();
        return collapsed.noting((diagram.nodes().size() == hidden + frames ? "All" : String.valueOf(hidden + frames))
                + " boxes of " + frames + (frames == 1 ? " group are" : " groups are") + " drawn as one each.");
    }

    /** Innermost groups by size, then those around them: the largest gain for the least loss of detail. */
    private static List<String> candidates(Diagram diagram) {
        var groups = new Groups(diagram);
        Set<String> outer = new HashSet<>();
        diagram.groups().forEach(group -> {
            if (group.parent() != null) {
                outer.add(group.parent());
            }
        });
        var inner = new ArrayList<>(diagram.groups());
        inner.removeIf(group -> groups.size(group.id()) < 2);
        inner.sort(Comparator.comparing((Group group) -> outer.contains(group.id()))
                .thenComparingInt(group -> -groups.size(group.id()))
                .thenComparing(Group::id));
        return inner.stream().map(Group::id).toList();
    }
}
