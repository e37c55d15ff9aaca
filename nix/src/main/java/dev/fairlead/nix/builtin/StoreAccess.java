package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.store.Archive;
import dev.fairlead.nix.builtin.store.ContextElement;
import dev.fairlead.nix.builtin.store.Digest;
import dev.fairlead.nix.builtin.store.Store;
import dev.fairlead.nix.builtin.store.StorePaths;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Files;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Functions that put files into the store, or name what is in it. */
final class StoreAccess {
    private static final int MAX_LINKS = 100;

    private final Store store;

    private StoreAccess(Store store) {
        this.store = store;
    }

    static void register(Registry registry, Store store) {
        StoreAccess access = new StoreAccess(store);
        registry.add(Builtin.of("filterSource", access::filterSource));
        registry.add(Builtin.of("hashFile", StoreAccess::hashFile));
        registry.add(Builtin.of("path", access::path));
        registry.add(Builtin.of("placeholder", StoreAccess::placeholder));
        registry.add(Builtin.of("storePath", StoreAccess::storePath));
        registry.add(Builtin.of("toFile", access::toFile));
    }

    private static Value placeholder(Value output) {
        return new StringValue(StorePaths.placeholder(Expect.stringWithoutContext(
                output, "while evaluating the first argument passed to builtins.placeholder")));
    }

    private static Value hashFile(Value type, Value path) {
        Digest.Algorithm algorithm = Digest.Algorithm.named(
                Expect.stringWithoutContext(type, "while evaluating the first argument passed to builtins.hashFile"));
        String file =
                Coercion.toPath(path, "while realising the context of a path").path();
        Files files = Evaluator.current().files();
        if (!files.exists(file)) {
            throw new EvalException(EvalException.Kind.INPUT, "path '" + file + "' does not exist");
        }
        return new StringValue(Digest.of(algorithm, files.read(file)).base16());
    }

    private static Value storePath(Value value) {
        String during = "while evaluating the first argument passed to 'builtins.storePath'";
        String path = Coercion.toPath(value, during).path();
        String root = StorePaths.root(path);
        if (root == null) {
            throw new EvalException(EvalException.Kind.OTHER, "path '" + path + "' is not in the Nix store");
        }
        StringContext context =
                Coercion.toText(value, Coercion.Mode.PLAIN, during).context();
        return new StringValue(path, StringContext.union(context, StringContext.of(root)));
    }

    private Value toFile(Value name, Value content) {
        String fileName =
                Expect.stringWithoutContext(name, "while evaluating the first argument passed to builtins.toFile");
        StringValue text = Expect.string(content, "while evaluating the second argument passed to builtins.toFile");
        SortedSet<String> references = new TreeSet<>();
        StringContext context = text.context();
        if (context != null) {
            for (String element : context.elements()) {
                if (!(ContextElement.decode(element) instanceof ContextElement.Plain(String path))) {
                    throw new EvalException(
                            EvalException.Kind.OTHER,
                            "files created by builtins.toFile may not reference derivations, but " + fileName
                                    + " references " + element);
                }
                references.add(path);
            }
        }
        return Store.string(store.addText(fileName, text.text(), references));
    }

    private Value filterSource(Value filter, Value source) {
        PathValue path = Coercion.toPath(
                source, "while evaluating the second argument (the path to filter) passed to 'builtins.filterSource'");
        Expect.function(filter, "while evaluating the first argument passed to builtins.filterSource");
        return add(Paths.baseName(path.path()), path.path(), filter, true, null);
    }

    private Value path(Value arguments) {
        AttrsValue set = Expect.attrs(arguments, "while evaluating the argument passed to 'builtins.path'");
        PathValue path = null;
        String name = "";
        Value filter = null;
        boolean recursive = true;
        Digest expected = null;
        for (int i = 0; i < set.size(); i++) {
            Symbol attr = set.name(i);
            Value value = set.value(i);
            String during = "while evaluating the `" + attr + "` attribute passed to builtins.path";
            switch (attr.name()) {
                case "path" -> path = Coercion.toPath(value, during);
                case "name" -> name = Expect.stringWithoutContext(value, during);
                case "filter" -> filter = Expect.function(value, during);
                case "recursive" -> recursive = Expect.bool(value, during);
                case "sha256" ->
                    expected = Digest.parseOrZero(Expect.stringWithoutContext(value, during), Digest.Algorithm.SHA256);
                default ->
                    throw new EvalException(
                                    EvalException.Kind.OTHER, "unsupported argument '" + attr + "' to 'builtins.path'")
                            .at(set.position(i));
            }
        }
        if (path == null) {
            throw new EvalException(
                    EvalException.Kind.MISSING_ATTRIBUTE,
                    "missing required 'path' attribute in the first argument to 'builtins.path'");
        }
        return add(name.isEmpty() ? Paths.baseName(path.path()) : name, path.path(), filter, recursive, expected);
    }

    private Value add(String name, String path, @Nullable Value filter, boolean recursive, @Nullable Digest expected) {
        try {
            String source = withoutLinks(path);
            String added = recursive
                    ? store.addTree(name, source, filter == null ? Archive.Filter.ALL : called(filter))
                    : store.addFile(name, source);
            if (expected != null && !added.equals(StorePaths.fixed(name, expected, recursive))) {
                throw new EvalException(
                        EvalException.Kind.INPUT,
                        "store path mismatch in (possibly filtered) path added from '" + path + "'");
            }
            return Store.string(added);
        } catch (EvalException e) {
            throw e.during(0, "while adding path '" + path + "'");
        }
    }

    /** The filter of a program: a function of the path and what is there. */
    private static Archive.Filter called(Value filter) {
        return (path, type) -> Expect.bool(
                Functions.call(filter, new StringValue(path), new StringValue(type.nixName())),
                "while evaluating the return value of the path filter function");
    }

    /** Where a path leads if it is a symbolic link. */
    private static String withoutLinks(String path) {
        Files files = Evaluator.current().files();
        String current = path;
        for (int links = 0; links < MAX_LINKS && files.type(current) == Files.FileType.SYMLINK; links++) {
            String target = files.linkTarget(current);
            String directory = current.substring(0, current.lastIndexOf('/') + 1);
            current = PathValue.canonical(target.startsWith("/") ? target : directory + target)
                    .path();
        }
        return current;
    }
}
