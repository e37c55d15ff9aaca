package dev.fairlead.scope;

/**
 * What to look for and what to prefer: the paths that are well formed, as a regular expression over labels, and the order of labels that makes one path
 * more specific than another. A query says nothing of scopes or names; a {@link Resolver} asks it of a graph.
 *
 * <p>Expressions: a label's name; juxtaposition with white space is sequence; {@code |} is choice; {@code * + ?} follow what they repeat; parentheses
 * group; {@code _} is any label of the order; {@code ""} is the empty path. {@code P* I*} reads: any number of parent steps, then any number of imports.
 */
public final class Query {
    /** {@code P* I*} with {@code $ < I < P}: imports are transitive and never followed by a parent step. */
    public static final Query TRANSITIVE_IMPORTS = of("P* I*", LabelOrder.DECLARATION_IMPORT_PARENT);

    /** {@code P* I?} with {@code $ < I < P}: an import brings the imported scope's own declarations only. */
    public static final Query DIRECT_IMPORTS = of("P* I?", LabelOrder.DECLARATION_IMPORT_PARENT);

    private final String wellFormed;
    private final LabelOrder order;

    private final Automaton automaton;

    private Query(String wellFormed, LabelOrder order) {
        this.wellFormed = wellFormed;
        this.order = order;
        this.automaton = Automaton.of(wellFormed, order);
    }

    /**
     * A query from its two parts.
     *
     * @param wellFormed the expression, over the labels that {@code order} ranks
     * @throws QuerySyntaxException if the expression cannot be read, or names a label that the order does not rank
     */
    public static Query of(String wellFormed, LabelOrder order) {
        return new Query(wellFormed, order);
    }

    /** The expression, as it was written. */
    public String wellFormed() {
        return wellFormed;
    }

    /** The order of labels. */
    public LabelOrder order() {
        return order;
    }

    Automaton automaton() {
        return automaton;
    }

    @Override
    public String toString() {
        return wellFormed + " by " + order;
    }
}
