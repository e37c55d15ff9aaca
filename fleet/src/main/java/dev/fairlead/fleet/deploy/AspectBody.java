package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.Declarations.Listed;
import java.util.List;

/**
 * An aspect in one scope: the facets that decide what exists.
 *
 * @param classes the names of the classes and backends it has content for, sorted
 */
record AspectBody(Meta meta, List<Listed> includes, List<String> classes) {
    AspectBody {
        includes = List.copyOf(includes);
        classes = List.copyOf(classes);
    }
}
