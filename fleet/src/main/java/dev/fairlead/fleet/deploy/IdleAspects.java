package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Meta.Provide;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the aspects that no scope includes would provide, as far as that can be said without a scope. Only needed to
 * argue a missing dependency, so it is read then.
 */
public final class IdleAspects {
    private IdleAspects() {}

    /** The capabilities of each aspect of the fleet by its path; what it cannot say without a context is left out. */
    public static Map<String, List<String>> capabilities(
            Declarations declarations, Places places, EvaluationFindings errors) {
        var nowhere = Context.NOWHERE;
        var reader = new AspectReader(declarations);
        var capabilities = new TreeMap<String, List<String>>();
        for (Aspect aspect : declarations.aspects().all()) {
            var facet = new FacetReader(
                    nowhere, new Arguments(), "den.aspects." + aspect.path(), places, errors, new Findings());
            AspectBody body = reader.read(aspect.path(), aspect.definition(), aspect.location(), facet);
            capabilities.put(
                    aspect.path(),
                    body.meta().provides().stream().map(Provide::capability).toList());
        }
        return capabilities;
    }
}
