package dev.fairlead.nix.builtin;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search path: {@code nixPath}, and {@code findFile}, which {@code <name>} means. */
final class SearchPath {
    private static final Symbol PREFIX = Symbol.of("prefix");
    private static final Symbol PATH = Symbol.of("path");

    /** The one file that Nix brings along. */
    private static final String INTERNAL = "nix/fetchurl.nix";

    private static final String INTERNAL_PATH = "/__corepkgs__/fetchurl.nix";

    private SearchPath() {}

    static void register(Registry registry, Options options) {
        registry.add("nixPath", nixPath(options));
        registry.add(Builtin.of("findFile", SearchPath::findFile));
    }

    private static ListValue nixPath(Options options) {
        List<Value> entries = new ArrayList<>();
        for (Options.SearchPathEntry entry : options.searchPath()) {
            entries.add(new AttrsBuilder(2)
                    .add(PATH, new StringValue(entry.path()))
                    .add(PREFIX, new StringValue(entry.prefix()))
                    .build());
        }
        return new ListValue(entries.toArray(Value[]::new));
    }

    private static Value findFile(Value searchPath, Value name) {
        ListValue entries = Expect.list(searchPath, "while evaluating the first argument passed to builtins.findFile");
        String wanted =
                Expect.stringWithoutContext(name, "while evaluating the second argument passed to builtins.findFile");
        for (Value entry : entries.items()) {
            String rest = afterPrefix(entry, wanted);
            if (rest != null) {
                String path = PathValue.canonical(pathOf(entry) + "/" + rest).path();
                if (Evaluator.current().files().exists(path)) {
                    return new PathValue(path);
                }
            }
        }
        if (wanted.equals(INTERNAL)) {
            Evaluator.current().files().mountText(INTERNAL_PATH, Resource.text("fetchurl.nix"));
            return new PathValue(INTERNAL_PATH);
        }
        Options options = Evaluator.current().options();
        throw new EvalException(
                EvalException.Kind.THROWN,
                options.pure() && options.searchPath().isEmpty()
                        ? "cannot look up '<" + wanted + ">' in pure evaluation mode"
                        : "file '" + wanted + "' was not found in the Nix search path (add it using $NIX_PATH or -I)");
    }

    /** What follows the prefix of an entry in a name, or null if it does not begin with the prefix. */
    private static @Nullable String afterPrefix(Value entry, String name) {
        AttrsValue attrs = Expect.attrs(entry, "while evaluating an element of the list passed to builtins.findFile");
        Value value = attrs.get(PREFIX);
        String prefix = value == null
                ? ""
                : Expect.stringWithoutContext(
                        value,
                        "while evaluating the `prefix` attribute of an element of the list passed to builtins.findFile");
        if (prefix.isEmpty() || name.equals(prefix)) {
            return name.substring(prefix.length());
        }
        return name.startsWith(prefix + "/") ? name.substring(prefix.length() + 1) : null;
    }

    private static String pathOf(Value entry) {
        Value path = Expect.attribute(Expect.attrs(entry, ""), PATH, "in an element of the __nixPath");
        return Coercion.toText(
                        path,
                        Coercion.Mode.PLAIN,
                        "while evaluating the `path` attribute of an element of the list passed to builtins.findFile")
                .text();
    }
}
