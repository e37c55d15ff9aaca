package dev.fairlead.scope;

/**
 * The exact answer needs more comparisons of paths than the limit allows. It is raised only for queries in which a path that winds through a cycle of edges
 * can be the better one, or the only well-formed one, and only from scopes that reach such a cycle: those questions contain the longest-path problem.
 * {@link Query#TRANSITIVE_IMPORTS} and {@link Query#DIRECT_IMPORTS} never raise it.
 */
public final class SearchLimitException extends RuntimeException {
    private final String scope;

    SearchLimitException(String scope, Query query, long limit) {
        super("the paths from " + scope + " under " + query + " are too many to compare: gave up after " + limit
                + " steps");
        this.scope = scope;
    }

    /** The scope the query was asked from. */
    public String scope() {
        return scope;
    }
}
