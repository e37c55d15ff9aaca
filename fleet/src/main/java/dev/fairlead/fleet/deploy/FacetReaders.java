package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;

/** Makes readers for scopes and services; all report to the same findings. */
record FacetReaders(
        Contexts contexts, Arguments arguments, Places places, EvaluationFindings errors, Findings findings) {

    /** A reader of what is written at a scope. */
    FacetReader in(ScopeDeclaration scope, String subject) {
        return in(contexts.of(scope), subject);
    }

    FacetReader in(Context context, String subject) {
        return new FacetReader(context, arguments, subject, places, errors, findings);
    }
}
