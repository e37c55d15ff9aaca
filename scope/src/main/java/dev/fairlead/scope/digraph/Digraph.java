package dev.fairlead.scope.digraph;

import java.util.List;

/** A directed graph over ids, immutable. An edge reads "depends on". Nodes are numbered by the order of their ids, so a smaller index is a smaller id. */
@SuppressWarnings("DoNotCallSuggester")
public final class Digraph {
    private Digraph() {}

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many nodes there are. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** The ids of all nodes, sorted. */
    public List<String> ids() {
        throw new UnsupportedOperationException();
    }

    /** What a node depends on directly, sorted. */
    public List<String> successors(String id) {
        throw new UnsupportedOperationException();
    }

    /** The same nodes with every edge turned round. */
    public Digraph reversed() {
        throw new UnsupportedOperationException();
    }

    /** Collects a graph. Not thread-safe. */
    public static final class Builder {
        private Builder() {}

        /** Adds a node; adding it again changes nothing. */
        public Builder node(String id) {
            return this;
        }

        /** Adds an edge, and its ends where they are missing; adding it again changes nothing. */
        public Builder edge(String from, String to) {
            return this;
        }

        /** The graph, in time linear in edges but for the sorting. */
        public Digraph build() {
            throw new UnsupportedOperationException();
        }
    }
}
