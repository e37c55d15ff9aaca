package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.declare.AspectTree.Aspect;
import dev.fairlead.fleet.declare.merge.AspectPath;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Value;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the aspects in {@code den.aspects}, nested ones included, and what in them is neither facet nor aspect. */
final class AspectTreeReader {
    private final Reading reading;
    private final Facets facets;
    private final TreeMap<String, Aspect> aspects = new TreeMap<>();

    private AspectTreeReader(Reading reading, Facets facets) {
        this.reading = reading;
        this.facets = facets;
    }

    static AspectTree read(@Nullable Fact aspects, Facets facets, Reading reading) {
        var reader = new AspectTreeReader(reading, facets);
        if (aspects != null) {
            for (Fact aspect : aspects.attributes()) {
                reader.read(aspect, aspect.name());
            }
        }
        return new AspectTree(reader.aspects);
    }

    private void read(Fact aspect, String path) {
        if (!aspect.isDefined()) {
            return;
        }
        Names.check(aspect, "the aspect");
        aspects.put(path, new Aspect(path, aspect.cell(), aspect.written()));
        switch (aspect.value()) {
            case null -> {}
            case AttrsValue attrs -> {
                // Another name for an aspect around it has no aspects of its own, or there would be no end of them.
                if (path.equals(AspectPath.of(attrs))) {
                    aspect.attributes().forEach(attribute -> readAttribute(attribute, path));
                }
            }
            case FunctionValue function -> {} // what it has is known where it is deployed
            case Value other -> aspect.expected("a set or a function", other);
        }
    }

    private void readAttribute(Fact attribute, String path) {
        String name = attribute.name();
        switch (kindOf(attribute, name)) {
            case ASPECT -> read(attribute, path + "." + name);
            case UNKNOWN -> attribute.report(facets.unknown(attribute.toString(), name));
            case FACET, CLASS, BACKEND, HIDDEN -> {}
        }
    }

    private Facets.Kind kindOf(Fact attribute, String name) {
        Facets.Kind kind = facets.kindOf(name);
        if (kind != Facets.Kind.UNKNOWN) {
            return kind;
        }
        if (!attribute.isDefined() || attribute.value() == null) {
            return Facets.Kind.HIDDEN; // reported, or not there
        }
        try {
            return facets.kindOf(name, attribute.cell());
        } catch (EvalException | SyntaxException failure) {
            reading.findings().add(reading.errors().finding(failure, null, attribute.place()));
            return Facets.Kind.HIDDEN;
        }
    }
}
