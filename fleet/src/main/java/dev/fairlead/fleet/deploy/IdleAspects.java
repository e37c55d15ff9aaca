package dev.fairlead.fleet.deploy;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the aspects that no scope includes would be, as far as that can be said without a scope. Only needed to argue a
 * missing dependency, so it is read then.
 */
public final class IdleAspects {
    /**
     * An aspect without a scope.
     *
     * @param provides the capabilities it would provide besides its own path
     * @param includes the paths of the aspects it would bring
     */
    public record Idle(List<String> provides, List<String> includes) {
        public Idle {
            provides = List.copyOf(provides);
            includes = List.copyOf(includes);
        }
    }

    private IdleAspects() {}

    /** Each aspect of the fleet by its path; what it cannot say without a context is left out. */
    public static Map<String, Idle> read(Declarations declarations, Places places, EvaluationFindings errors) {
        var reader = new AspectReader(declarations);
        var idle = new TreeMap<String, Idle>();
        for (Aspect aspect : declarations.aspects().all()) {
            var facet = new FacetReader(
                    Context.NOWHERE, new Arguments(), "den.aspects." + aspect.path(), places, errors, new Findings());
            AspectBody body =
                    reader.read("den.aspects." + aspect.path(), aspect.definition(), aspect.location(), facet);
            idle.put(
                    aspect.path(),
                    new Idle(
                            body.meta().provides().stream()
                                    .map(Provide::capability)
                                    .toList(),
                            body.includes().stream()
                                    .map(included -> path(included.value()))
                                    .filter(Objects::nonNull)
                                    .toList()));
        }
        return idle;
    }

    /** The path of an aspect that a list of includes has, or null. */
    private static @Nullable String path(Value include) {
        try {
            Value value = include.force();
            Value aspect = value instanceof AttrsValue set && AspectPath.of(set) == null ? set.get("aspect") : null;
            return switch (aspect == null ? value : aspect.force()) {
                case StringValue path -> Bytes.decode(path.text());
                case Value other -> AspectPath.of(other);
            };
        } catch (EvalException | SyntaxException failure) {
            return null;
        }
    }
}
