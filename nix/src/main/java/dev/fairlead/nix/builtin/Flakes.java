package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.format.FormatException;
import dev.fairlead.nix.builtin.format.JsonReader;
import dev.fairlead.nix.builtin.store.Store;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Files;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code getFlake} of a folder of this machine. Its inputs are folders too: those that {@code flake.lock}, or without one
 * {@code flake.nix}, names by a path, and for all others the entry of the search path that has the name of the input.
 * What is neither fails when it is needed. {@code flake.nix} beside the resources of this class puts the parts together.
 */
final class Flakes {
    private static final Symbol OUT_PATH = Symbol.of("outPath");
    private static final Symbol TREE = Symbol.of("tree");

    private final Store store;

    /** What describes a source tree, by its store path. */
    private final Function<String, AttrsValue> description;

    private Flakes(Store store, Function<String, AttrsValue> description) {
        this.store = store;
        this.description = description;
    }

    static void register(Registry registry, Store store, Function<String, AttrsValue> description) {
        registry.add(Builtin.of("getFlake", new Flakes(store, description)::getFlake));
    }

    private Value getFlake(Value reference) {
        String text = Expect.string(reference, "while evaluating the argument passed to builtins.getFlake")
                .text();
        SortedMap<String, String> attributes = FlakeReference.parse(text).attributes();
        String name = attributes.getOrDefault("id", "");
        return open(place(new String[] {name}, attributes, null));
    }

    private Value open(Value place) {
        String folder = Expect.string(Expect.attribute(Expect.attrs(place, ""), OUT_PATH, ""), "")
                .text();
        AttrsBuilder given = new AttrsBuilder(4);
        given.add(Symbol.of("place"), place);
        given.add(Symbol.of("lock"), lock(folder + "/flake.lock"));
        given.add(Symbol.of("find"), Builtin.of("find", this::find));
        given.add(Symbol.of("open"), Builtin.of("open", this::open));
        Value program =
                Evaluator.current().evalText(Resource.text("flake.nix"), Bytes.encode("«getFlake»"), Path.of("/"));
        return Functions.call(program, given.build());
    }

    private static Value lock(String path) {
        Files files = Evaluator.current().files();
        if (!files.exists(path)) {
            return NullValue.NULL;
        }
        try {
            return JsonReader.read(Bytes.of(files.read(path)));
        } catch (FormatException malformed) {
            throw new EvalException(
                    EvalException.Kind.INPUT, "the lock file '" + path + "' cannot be read: " + malformed.reason());
        }
    }

    private Value find(Value names, Value reference, Value from) {
        Value[] given = Expect.list(names, "").items();
        String[] texts = new String[given.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = Expect.string(given[i], "").text();
        }
        SortedMap<String, String> attributes = reference.force() instanceof AttrsValue set
                ? Fetchers.attributes(set, "getFlake")
                : FlakeReference.parse(Expect.string(reference, "while evaluating the URL of an input of a flake")
                                .text())
                        .attributes();
        return place(texts, attributes, from);
    }

    /**
     * Where the files of a reference are.
     *
     * @param names what it may be called in the search path
     * @param from the place that a relative path starts from, or null if there is none
     */
    private AttrsValue place(String[] names, SortedMap<String, String> attributes, @Nullable Value from) {
        String path = attributes.getOrDefault("path", "");
        if (from != null && "path".equals(attributes.get("type")) && !path.startsWith("/")) {
            AttrsValue parent = Expect.attrs(from, "");
            String folder =
                    Expect.string(Expect.attribute(parent, OUT_PATH, ""), "").text() + "/" + path;
            return place(PathValue.canonical(folder).path(), Expect.attribute(parent, TREE, ""));
        }
        String local = path.startsWith("/") ? path : Fetchers.localPath(attributes.getOrDefault("url", ""));
        for (SearchPathEntry entry : Evaluator.current().options().searchPath()) {
            for (String name : names) {
                local = local == null && !name.isEmpty() && entry.prefix().equals(name) ? entry.path() : local;
            }
        }
        if (local == null) {
            if ("path".equals(attributes.get("type"))) {
                throw new EvalException(
                        EvalException.Kind.INPUT,
                        "the flake reference 'path:" + path + "' is relative, but nothing says to what; write an"
                                + " absolute path, such as \"path:${toString ./.}\"");
            }
            String url = new FlakeReference(new TreeMap<>(attributes)).url();
            throw names[0].isEmpty()
                    ? Fetchers.unavailable("getFlake", "'" + url + "'")
                    : Fetchers.unavailable(
                            "getFlake", "'" + url + "'", "name a local copy with -I " + names[0] + "=PATH");
        }
        String folder = PathValue.canonical(local).path();
        String added = store.addTree("source", folder, (file, type) -> !file.equals(folder + "/.git"));
        String part = attributes.getOrDefault("dir", "");
        return place(part.isEmpty() ? added : added + "/" + part, description.apply(added));
    }

    private static AttrsValue place(String folder, Value tree) {
        return new AttrsBuilder(2)
                .add(OUT_PATH, Store.string(folder))
                .add(TREE, tree)
                .build();
    }
}
