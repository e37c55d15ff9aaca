package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.store.Archive;
import dev.fairlead.nix.builtin.store.Digest;
import dev.fairlead.nix.builtin.store.Store;
import dev.fairlead.nix.builtin.store.StorePaths;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Files;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Coercion;
import dev.fairlead.nix.value.Describe;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Functions that fetch sources, and flake references. Nothing is downloaded: what lies in a local folder or file is
 * used as it is, everything else fails with what to provide.
 */
final class Fetchers {
    private static final String NO_REVISION = "0".repeat(40);

    private final Store store;

    private Fetchers(Store store) {
        this.store = store;
    }

    static void register(Registry registry, Store store) {
        Fetchers fetchers = new Fetchers(store);
        registry.add(Builtin.of("fetchGit", fetchers::fetchGit));
        registry.add(Builtin.of("fetchTarball", source -> fetchers.fetch("fetchTarball", source, true)));
        registry.add(Builtin.of("fetchTree", fetchers::fetchTree));
        registry.add(Builtin.of("fetchurl", source -> fetchers.fetch("fetchurl", source, false)));
        registry.add(Builtin.of("fetchMercurial", Fetchers::fetchMercurial));
        Flakes.register(registry, store, path -> fetchers.tree(path).build());
        registry.add(Builtin.of("flakeRefToString", Fetchers::flakeRefToString));
        registry.add(Builtin.of("parseFlakeRef", Fetchers::parseFlakeRef));
    }

    private static Value fetchMercurial(Value source) {
        throw unavailable(
                "fetchMercurial", source.force() instanceof StringValue text ? "'" + text.text() + "'" : "this");
    }

    /** {@code fetchTarball} of a folder, and {@code fetchurl} of a file: a URL, or a set with one. */
    private Value fetch(String function, Value source, boolean tree) {
        String url = null;
        String name = tree ? "source" : "";
        Digest expected = null;
        if (source.force() instanceof AttrsValue set) {
            for (int i = 0; i < set.size(); i++) {
                String attr = set.name(i).name();
                String during = "while evaluating the " + attr + " of the content we should fetch";
                switch (attr) {
                    case "url" -> url = Expect.stringWithoutContext(set.value(i), during);
                    case "name" -> name = Expect.stringWithoutContext(set.value(i), during);
                    case "sha256" ->
                        expected = Digest.parseOrZero(
                                Expect.stringWithoutContext(set.value(i), during), Digest.Algorithm.SHA256);
                    default -> throw failure("unsupported argument '" + attr + "' to '" + function + "'");
                }
            }
            if (url == null) {
                throw failure("'url' argument required");
            }
        } else {
            url = Coercion.toText(source, Coercion.Mode.PLAIN, "while evaluating the url we should fetch")
                    .text();
        }
        String storeName = name.isEmpty() ? Paths.baseName(url) : name;
        String problem = StorePaths.problem(storeName);
        if (problem != null) {
            throw failure("invalid store path name when fetching URL '" + url + "': " + problem + ". "
                    + betterName(function, source.force() instanceof AttrsValue set ? set : null));
        }
        String path = localPath(url);
        Files.FileType wanted = tree ? Files.FileType.DIRECTORY : Files.FileType.REGULAR;
        if (path == null || Evaluator.current().files().type(path) != wanted) {
            throw unavailable(function, "'" + url + "'");
        }
        String added = tree ? store.addTree(storeName, path, Archive.Filter.ALL) : store.addFile(storeName, path);
        if (expected != null && !added.equals(StorePaths.fixed(storeName, expected, tree))) {
            throw new EvalException(EvalException.Kind.INPUT, "hash mismatch in file downloaded from '" + url + "'");
        }
        return Store.string(added);
    }

    /** How a source gets a name that a store path may have. */
    private static String betterName(String function, @Nullable AttrsValue set) {
        String purpose = "so that it can create a valid store path.";
        if (set == null) {
            return "Please pass an attribute set with 'url' and 'name' attributes to '" + function + "',  " + purpose;
        }
        return set.get("name") == null
                ? "Please add a valid 'name' attribute to the argument for '" + function + "', " + purpose
                : "Please change the value for the 'name' attribute passed to '" + function + "', " + purpose;
    }

    /** {@code fetchGit} of a local folder: its files as they are now, as Nix has it for a tree with changes. */
    private Value fetchGit(Value source) {
        Value forced = source.force();
        SortedMap<String, String> attributes = forced instanceof AttrsValue set
                ? attributes(set, "fetchGit")
                : new TreeMap<>(Map.of("url", text(forced, "fetchGit")));
        String url = attributes.getOrDefault("url", "");
        String path = localPath(url);
        if (path == null || attributes.containsKey("rev") || attributes.containsKey("ref")) {
            throw unavailable("fetchGit", "'" + url + "'");
        }
        String added = store.addTree(
                attributes.getOrDefault("name", "source"), path, (file, type) -> !file.equals(path + "/.git"));
        AttrsBuilder result = tree(added);
        result.add(Symbol.of("rev"), new StringValue(NO_REVISION));
        result.add(Symbol.of("shortRev"), new StringValue(NO_REVISION.substring(0, 7)));
        result.add(Symbol.of("revCount"), IntValue.of(0));
        result.add(Symbol.of("submodules"), BoolValue.of("true".equals(attributes.get("submodules"))));
        return result.build();
    }

    private Value fetchTree(Value source) {
        Value forced = source.force();
        SortedMap<String, String> attributes = forced instanceof AttrsValue set
                ? attributes(set, "fetchTree")
                : FlakeReference.parse(text(forced, "fetchTree")).attributes();
        String type = attributes.get("type");
        if (type == null) {
            throw failure("argument 'type' is missing in call to 'fetchTree'");
        }
        String url = attributes.getOrDefault("url", "");
        String path = type.equals("path") ? attributes.get("path") : localPath(url);
        if (type.equals("tarball") && url.startsWith("file:") && path == null) {
            throw failure("tarball '" + url + "' must use an absolute path. The 'file' scheme does not support relative"
                    + " paths.");
        }
        if (path == null || !path.startsWith("/") || type.equals("git")) {
            throw unavailable("fetchTree", "'" + new FlakeReference(attributes).url() + "'");
        }
        AttrsValue result = tree(store.addTree(
                        "source", PathValue.canonical(path).path(), Archive.Filter.ALL))
                .build();
        String expected = attributes.get("narHash");
        if (expected != null
                && !(result.get("narHash") instanceof StringValue hash
                        && hash.text().equals(expected))) {
            throw new EvalException(EvalException.Kind.INPUT, "NAR hash mismatch in input '" + path + "'");
        }
        return result;
    }

    /** What every tree has. The time is always the beginning of 1970: a result must not depend on clocks. */
    private AttrsBuilder tree(String storePath) {
        AttrsBuilder result = new AttrsBuilder(8);
        result.add(Symbol.of("outPath"), Store.string(storePath));
        result.add(
                Symbol.of("narHash"),
                new StringValue(store.archiveHash(storePath).print(Digest.Format.SRI)));
        result.add(Symbol.of("lastModified"), IntValue.of(0));
        result.add(Symbol.of("lastModifiedDate"), new StringValue("19700101000000"));
        return result;
    }

    private static Value parseFlakeRef(Value reference) {
        String text = Expect.stringWithoutContext(
                reference, "while evaluating the argument passed to builtins.parseFlakeRef");
        AttrsBuilder set = new AttrsBuilder(6);
        FlakeReference.parse(text).attributes().forEach((name, value) -> set.add(Symbol.of(name), typed(name, value)));
        return set.build();
    }

    private static Value typed(String name, String value) {
        if (FlakeReference.isFlag(name)) {
            return BoolValue.of(value.equals("true"));
        }
        if (FlakeReference.isNumber(name)) {
            try {
                return IntValue.of(Long.parseLong(value));
            } catch (NumberFormatException malformed) {
                throw failure("flake reference attribute '" + name + "' is not an integer: '" + value + "'");
            }
        }
        return new StringValue(value);
    }

    private static Value flakeRefToString(Value attributes) {
        AttrsValue set = Expect.attrs(attributes, "while evaluating the argument passed to builtins.flakeRefToString");
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < set.size(); i++) {
            String name = set.name(i).name();
            texts.put(
                    name,
                    switch (set.value(i).force()) {
                        case IntValue number when number.value() >= 0 -> Long.toString(number.value());
                        case IntValue number ->
                            throw failure("negative value given for flake ref attr " + name + ": " + number.value());
                        case BoolValue flag -> String.valueOf(flag.value());
                        case StringValue text -> text.text();
                        case Value other ->
                            throw failure(
                                    "flake reference attribute sets may only contain integers, Booleans, and strings,"
                                            + " but attribute '" + name + "' is " + Describe.value(other));
                    });
        }
        return new StringValue(new FlakeReference(texts).url());
    }

    /** The attributes of a reference, as {@link FlakeReference} has them. */
    static SortedMap<String, String> attributes(AttrsValue set, String function) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < set.size(); i++) {
            String name = set.name(i).name();
            attributes.put(
                    name,
                    switch (set.value(i).force()) {
                        case StringValue text -> text.text();
                        case PathValue path -> path.path();
                        case BoolValue flag -> String.valueOf(flag.value());
                        case IntValue number
                        when number.value() < 0 ->
                            throw failure("negative value given for '" + function + "' argument '" + name + "': "
                                    + number.value());
                        case IntValue number -> Long.toString(number.value());
                        case Value other ->
                            throw EvalException.type("argument '" + name + "' to '" + function + "' is "
                                    + Describe.value(other) + " while a string, Boolean or integer is expected");
                    });
        }
        return attributes;
    }

    private static String text(Value value, String function) {
        return Coercion.toText(
                        value, Coercion.Mode.PLAIN, "while evaluating the first argument passed to '" + function + "'")
                .text();
    }

    /** The path that a URL names on this machine, or null. */
    static @Nullable String localPath(String url) {
        String path = url;
        for (String scheme : new String[] {"git+", "tarball+", "file://", "path:"}) {
            path = path.startsWith(scheme) ? path.substring(scheme.length()) : path;
        }
        return path.startsWith("/") ? PathValue.canonical(path).path() : null;
    }

    static EvalException unavailable(String function, String source) {
        return unavailable(function, source, "provide a local copy and refer to its path");
    }

    /** @param remedy what the user can do about it */
    static EvalException unavailable(String function, String source, String remedy) {
        return new EvalException(
                EvalException.Kind.INPUT,
                function + " cannot get " + source + ": nothing is downloaded during evaluation; " + remedy);
    }

    private static EvalException failure(String message) {
        return new EvalException(EvalException.Kind.OTHER, message);
    }
}
