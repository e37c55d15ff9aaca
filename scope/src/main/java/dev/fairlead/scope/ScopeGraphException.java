package dev.fairlead.scope;

import java.util.List;

/** A scope graph that cannot be built. Each way to get it wrong is a type of its own that carries the facts. */
public abstract sealed class ScopeGraphException extends RuntimeException {
    private ScopeGraphException(String message) {
        super(message);
    }

    /** A scope with two different parents; the parent edge is a partial function (Neron et al. 2015, 2.2). */
    public static final class SecondParent extends ScopeGraphException {
        private final String scope;
        private final String first;
        private final String second;

        SecondParent(String scope, String first, String second) {
            super(scope + " has two parents, " + first + " and " + second + ", and a scope has at most one");
            this.scope = scope;
            this.first = first;
            this.second = second;
        }

        /** The scope with two parents. */
        public String scope() {
            return scope;
        }

        /** The parent given first. */
        public String first() {
            return first;
        }

        /** The parent that was refused. */
        public String second() {
            return second;
        }
    }

    /** A scope that encloses itself. */
    public static final class ParentCycle extends ScopeGraphException {
        private final List<String> cycle;

        ParentCycle(List<String> cycle) {
            super(String.join(" is inside ", cycle) + " is inside " + cycle.getFirst()
                    + ", and a scope cannot enclose itself");
            this.cycle = List.copyOf(cycle);
        }

        /** The scopes on the cycle, each followed by its parent, the last one's parent being the first; it starts at the smallest id. */
        public List<String> cycle() {
            return cycle;
        }
    }

    /** An edge or a declaration at a scope that was never added. */
    public static final class UnknownScope extends ScopeGraphException {
        private final String scope;

        UnknownScope(String scope, String mention) {
            super(mention + ", but there is no scope " + scope);
            this.scope = scope;
        }

        /** The id that names no scope. */
        public String scope() {
            return scope;
        }
    }
}
