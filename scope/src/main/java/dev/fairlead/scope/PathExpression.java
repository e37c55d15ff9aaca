package dev.fairlead.scope;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression over label indexes, and its derivatives (Brzozowski, <i>Derivatives of Regular Expressions</i>, JACM 1964): the derivative by a label
 * is an expression for what may follow that label. Terms are kept in a normal form in which choice is associative, commutative and idempotent; up to that,
 * an expression has finitely many derivatives, which are then the states of a finite automaton (5.2 there). {@link Nothing} occurs only as a whole term,
 * so every other term has a word.
 *
 * <p>Equality is written out because every run needs it: the JVM links that of a record anew in each process, which the first
 * time takes as long as all the rest of a short run.
 */
sealed interface PathExpression {
    /** No path. */
    record Nothing() implements PathExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Nothing;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** The path without steps. */
    record EmptyPath() implements PathExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof EmptyPath;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** One step. */
    record Step(int label) implements PathExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Step step && label == step.label;
        }

        @Override
        public int hashCode() {
            return 2 + label;
        }
    }

    /** One after the other; {@code first} is no sequence itself. */
    record Sequence(PathExpression first, PathExpression rest) implements PathExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sequence term && first.equals(term.first) && rest.equals(term.rest);
        }

        @Override
        public int hashCode() {
            return 31 * first.hashCode() + rest.hashCode();
        }
    }

    /** One of at least two, none of which is a choice. */
    record Choice(Set<PathExpression> options) implements PathExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Choice term && options.equals(term.options);
        }

        @Override
        public int hashCode() {
            return options.hashCode();
        }
    }

    /** Any number of times. */
    record Repeat(PathExpression body) implements PathExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Repeat term && body.equals(term.body);
        }

        @Override
        public int hashCode() {
            return ~body.hashCode();
        }
    }

    static PathExpression sequence(PathExpression first, PathExpression rest) {
        return switch (first) {
            case Nothing _ -> new Nothing();
            case EmptyPath _ -> rest;
            case Sequence(PathExpression head, PathExpression tail) -> sequence(head, sequence(tail, rest));
            case Step _, Choice _, Repeat _ ->
                switch (rest) {
                    case Nothing _ -> new Nothing();
                    case EmptyPath _ -> first;
                    // e* e* = e*
                    case Repeat _ when first.equals(rest) -> rest;
                    case Sequence(PathExpression head, PathExpression _)
                    when head instanceof Repeat && head.equals(first) -> rest;
                    default -> new Sequence(first, rest);
                };
        };
    }

    static PathExpression choice(PathExpression left, PathExpression right) {
        var options = new LinkedHashSet<PathExpression>();
        for (PathExpression side : new PathExpression[] {left, right}) {
            switch (side) {
                case Nothing _ -> {}
                case Choice(Set<PathExpression> inner) -> options.addAll(inner);
                default -> options.add(side);
            }
        }
        return switch (options.size()) {
            case 0 -> new Nothing();
            case 1 -> options.getFirst();
            default -> new Choice(Set.copyOf(options));
        };
    }

    static PathExpression repeat(PathExpression body) {
        return switch (body) {
            case Nothing _ -> new EmptyPath();
            case EmptyPath _ -> new EmptyPath();
            case Repeat _ -> body;
            default -> new Repeat(body);
        };
    }

    /** Whether the empty path is among the words. */
    default boolean acceptsEmpty() {
        return switch (this) {
            case Nothing _, Step _ -> false;
            case EmptyPath _, Repeat _ -> true;
            case Sequence(PathExpression first, PathExpression rest) -> first.acceptsEmpty() && rest.acceptsEmpty();
            case Choice(Set<PathExpression> options) -> options.stream().anyMatch(PathExpression::acceptsEmpty);
        };
    }

    /** What may follow a label. */
    default PathExpression after(int label) {
        return switch (this) {
            case Nothing _, EmptyPath _ -> new Nothing();
            case Step(int own) -> own == label ? new EmptyPath() : new Nothing();
            case Sequence(PathExpression first, PathExpression rest) -> {
                PathExpression through = sequence(first.after(label), rest);
                yield first.acceptsEmpty() ? choice(through, rest.after(label)) : through;
            }
            case Choice(Set<PathExpression> options) -> {
                PathExpression result = new Nothing();
                for (PathExpression option : options) {
                    result = choice(result, option.after(label));
                }
                yield result;
            }
            case Repeat(PathExpression body) -> sequence(body.after(label), this);
        };
    }
}
