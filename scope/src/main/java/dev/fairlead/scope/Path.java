package dev.fairlead.scope;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A way through a scope graph that enters no scope twice.
 *
 * @param from the scope it starts at
 * @param steps the edges it takes; none when it ends where it starts
 */
public record Path(String from, List<Step> steps) {
    /**
     * One edge of a path.
     *
     * @param label the edge's label
     * @param to the scope the edge leads to
     */
    public record Step(Label label, String to) {}

    /** Copies the steps. */
    public Path {
        steps = List.copyOf(steps);
    }

    /** The scope it ends at. */
    public String to() {
        return steps.isEmpty() ? from : steps.getLast().to();
    }

    /** The labels in order: what specificity compares. */
    public List<Label> word() {
        return steps.stream().map(Step::label).toList();
    }

    /** For example {@code service:a@h -P-> host:h -I-> host:g}. */
    @Override
    public String toString() {
        return from
                + steps.stream()
                        .map(step -> " -" + step.label() + "-> " + step.to())
                        .collect(Collectors.joining());
    }
}
