package dev.fairlead.scope;

/**
 * The exact answer needs more path comparisons than the limit allows. Only label orders in which a longer path can be the more specific one, asked of
 * graphs with cycles, can raise it: such a query contains the longest-path problem (see {@link Resolver}).
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
