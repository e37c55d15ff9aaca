package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations.Listed;
import java.util.List;
import java.util.Map;

/**
 * An aspect in one scope: the facets that decide what exists, and the others as they are written.
 *
 * @param classes the names of the classes and backends it has content for, sorted
 * @param facets all but {@code includes} and {@code excludes}, by name
 */
record AspectBody(
        Meta meta, List<Listed> includes, List<Listed> excludes, List<String> classes, Map<String, Written> facets) {
    AspectBody {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        classes = List.copyOf(classes);
        facets = Map.copyOf(facets);
    }
}
