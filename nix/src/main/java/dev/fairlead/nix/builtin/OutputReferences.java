package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.store.ContextElement;
import dev.fairlead.nix.builtin.store.Store;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code outputOf}: the path of an output of a derivation that a string refers to. That a derivation may be the output of
 * another is all that Nix's feature {@code dynamic-derivations} adds to this, and takes a build to know.
 */
final class OutputReferences {
    private final Store store;

    private OutputReferences(Store store) {
        this.store = store;
    }

    static void register(Registry registry, Store store) {
        registry.add(Builtin.of("outputOf", new OutputReferences(store)::outputOf));
    }

    private Value outputOf(Value reference, Value outputName) {
        StringValue text = Expect.string(reference, "while evaluating the first argument to builtins.outputOf");
        String drvPath;
        try {
            drvPath = derivation(text);
        } catch (EvalException e) {
            throw e.during(0, "while evaluating the first argument to builtins.outputOf");
        }
        String output =
                Expect.stringWithoutContext(outputName, "while evaluating the second argument to builtins.outputOf");
        SortedMap<String, String> outputs = store.outputs(drvPath);
        if (outputs == null) {
            throw failure("path '" + drvPath + "' is not a derivation of this evaluation");
        }
        String path = outputs.get(output);
        if (path == null) {
            throw failure("derivation '" + drvPath + "' does not have output '" + output + "'");
        }
        return new StringValue(path, StringContext.of(new ContextElement.Built(drvPath, output).encoded()));
    }

    private static String derivation(StringValue text) {
        StringContext context = text.context();
        List<String> elements = context == null ? List.of() : List.copyOf(context.elements());
        if (elements.size() != 1) {
            throw failure("string '" + text.text() + "' has " + elements.size()
                    + " entries in its context. It should only have exactly one entry");
        }
        return switch (ContextElement.decode(elements.getFirst())) {
            case ContextElement.Plain(String path) when path.equals(text.text()) -> path;
            case ContextElement.Plain(String path) ->
                throw failure("path string '" + text.text() + "' has context with the different path '" + path + "'");
            case ContextElement.Deep deep ->
                throw failure("string '" + text.text() + "' has a context which refers to a complete source and binary"
                        + " closure. This is not supported at this time");
            case ContextElement.Built(String path, String output) ->
                throw failure("output '" + output + "' of '" + path + "' would have to be built to know what it is a"
                        + " derivation of, and Fairlead builds nothing");
        };
    }

    private static EvalException failure(String reason) {
        return new EvalException(EvalException.Kind.OTHER, reason);
    }
}
