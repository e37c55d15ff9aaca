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

    /** One entry; {@code path} is a folder, or a file if the prefix is all of a name. */
    private record Entry(String prefix, String path) {
        /** Where the file with this name would be, or null if the entry is for other names. */
        @Nullable
        String find(String name) {
            String rest;
            if (prefix.isEmpty() || name.equals(prefix)) {
                rest = name.substring(prefix.length());
            } else if (name.startsWith(prefix + "/")) {
                rest = name.substring(prefix.length() + 1);
            } else {
                return null;
            }
            return PathValue.canonical(path + "/" + rest).path();
        }
    }

    /** As in Nix, a malformed entry is an error even behind the one that has the file. */
    private static Value findFile(Value searchPath, Value name) {
        List<Entry> entries = new ArrayList<>();
        for (Value entry : Expect.list(searchPath, "while evaluating the first argument passed to builtins.findFile")
                .items()) {
            entries.add(entry(entry));
        }
        String wanted =
                Expect.stringWithoutContext(name, "while evaluating the second argument passed to builtins.findFile");
        for (Entry entry : entries) {
            String path = entry.find(wanted);
            if (path != null && Evaluator.current().files().exists(path)) {
                return new PathValue(path);
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

    private static Entry entry(Value value) {
        AttrsValue attrs = Expect.attrs(value, "while evaluating an element of the list passed to builtins.findFile");
        Value prefix = attrs.get(PREFIX);
        String given = prefix == null
                ? ""
                : Expect.stringWithoutContext(
                        prefix,
                        "while evaluating the `prefix` attribute of an element of the list passed to builtins.findFile");
        String path = Coercion.toText(
                        Expect.attribute(attrs, PATH, "in an element of the __nixPath"),
                        Coercion.Mode.PLAIN,
                        "while evaluating the `path` attribute of an element of the list passed to builtins.findFile")
                .text();
        return new Entry(given, path);
    }
}
