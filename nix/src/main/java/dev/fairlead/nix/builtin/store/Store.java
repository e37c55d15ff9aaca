package dev.fairlead.nix.builtin.store;

import dev.fairlead.nix.eval.Files;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.PathCopier;
import dev.fairlead.nix.value.PathValue;
import dev.fairlead.nix.value.StringContext;
import dev.fairlead.nix.value.StringValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The store of one evaluation. Adding something computes its store path and remembers what it is, so that it can be
 * read under that path ({@link Files#mount}); nothing is written. Safe for use by several threads.
 */
public final class Store implements PathCopier {
    /** How a derivation counts in the hashes of others: by its own, or for fixed outputs by that of each output. */
    private record Instantiated(Derivation derivation, SortedMap<String, String> modulo) {}

    private final Files files;
    private final Map<String, String> copied = new ConcurrentHashMap<>();
    private final Map<String, Instantiated> derivations = new ConcurrentHashMap<>();
    private final Map<String, SortedSet<String>> references = new ConcurrentHashMap<>();

    public Store(Files files) {
        this.files = files;
    }

    @Override
    public StringValue copyToStore(PathValue path) {
        String name = path.path().substring(path.path().lastIndexOf('/') + 1);
        if (StorePaths.isDerivation(name)) {
            throw new EvalException(EvalException.Kind.OTHER, "file names are not allowed to end in '.drv'");
        }
        String known = copied.get(path.path());
        if (known == null) {
            known = addTree(name, path.path(), Archive.Filter.ALL);
            copied.put(path.path(), known);
        }
        return string(known);
    }

    /** A store path as a string that depends on it. */
    public static StringValue string(String storePath) {
        return new StringValue(storePath, StringContext.of(storePath));
    }

    /** The hash of the archive of a file or directory. */
    public Digest archiveHash(String path) {
        return Archive.hash(files, path, Archive.Filter.ALL);
    }

    /** Adds a file or directory, as far as the filter accepts it; returns its store path. */
    public String addTree(String name, String path, Archive.Filter filter) {
        String storePath = StorePaths.fixed(name, Archive.hash(files, path, filter), true);
        files.mount(storePath, path);
        return storePath;
    }

    /** Adds one file by its contents alone; returns its store path. */
    public String addFile(String name, String path) {
        String storePath = StorePaths.fixed(name, Digest.of(Digest.Algorithm.SHA256, files.read(path)), false);
        files.mount(storePath, path);
        return storePath;
    }

    /** Adds a text that refers to store paths; returns its store path. */
    public String addText(String name, String content, SortedSet<String> refers) {
        String storePath = StorePaths.text(name, content, refers);
        files.mountText(storePath, content);
        references.put(storePath, new TreeSet<>(refers));
        return storePath;
    }

    /** The paths that a derivation was given. */
    public record Instance(String drvPath, SortedMap<String, String> outputs) {}

    /**
     * Computes the paths of a derivation and adds it.
     *
     * @throws EvalException if it is incomplete, or needs a derivation that is not in this store
     */
    public Instance instantiate(DerivationBuilder builder) {
        Derivation derivation = builder.build(this);
        if (!derivation.isFixed()) {
            addOutputPaths(derivation);
        }
        SortedSet<String> refers = new TreeSet<>(derivation.inputSources());
        refers.addAll(derivation.inputDerivations().keySet());
        String drvPath = addText(derivation.name() + ".drv", derivation.text(), refers);
        derivations.put(drvPath, new Instantiated(derivation, modulo(derivation)));
        return new Instance(drvPath, paths(derivation));
    }

    /** The paths of the outputs of a derivation by their names, or null if it is not in this store. */
    public @Nullable SortedMap<String, String> outputs(String drvPath) {
        Instantiated known = derivations.get(drvPath);
        return known == null ? null : paths(known.derivation());
    }

    private static SortedMap<String, String> paths(Derivation derivation) {
        SortedMap<String, String> paths = new TreeMap<>();
        derivation.outputs().forEach((name, output) -> paths.put(name, output.path()));
        return paths;
    }

    /** All that a derivation was made from, itself included, with the names of the outputs of those that are one. */
    Map<String, Set<String>> closure(String drvPath) {
        SortedMap<String, Set<String>> closure = new TreeMap<>();
        Deque<String> pending = new ArrayDeque<>(Set.of(drvPath));
        while (!pending.isEmpty()) {
            String path = pending.pop();
            if (!closure.containsKey(path)) {
                Instantiated known = derivations.get(path);
                closure.put(
                        path,
                        known == null ? Set.of() : known.derivation().outputs().keySet());
                pending.addAll(references.getOrDefault(path, new TreeSet<>()));
            }
        }
        return closure;
    }

    /** The paths of outputs follow from the derivation with these paths left out. */
    private void addOutputPaths(Derivation derivation) {
        Digest masked = Digest.of(Digest.Algorithm.SHA256, derivation.text(inputsModulo(derivation)));
        derivation.outputs().replaceAll((name, unknown) -> {
            String path = StorePaths.output(name, masked, derivation.name());
            derivation.environment().put(name, path);
            return new Derivation.Output(path, "", "");
        });
    }

    private SortedMap<String, String> modulo(Derivation derivation) {
        SortedMap<String, String> hashes = new TreeMap<>();
        if (derivation.isFixed()) {
            derivation
                    .outputs()
                    .forEach((name, output) -> hashes.put(
                            name, sha256("fixed:out:" + output.method() + ":" + output.hash() + ":" + output.path())));
        } else {
            String hash = sha256(derivation.text(inputsModulo(derivation)));
            derivation.outputs().keySet().forEach(name -> hashes.put(name, hash));
        }
        return hashes;
    }

    /** The needed outputs by what counts of the derivations they are of, which for fixed outputs is not how they are made. */
    private SortedMap<String, Collection<String>> inputsModulo(Derivation derivation) {
        SortedMap<String, Collection<String>> inputs = new TreeMap<>();
        derivation.inputDerivations().forEach((drvPath, outputs) -> {
            Instantiated input = derivations.get(drvPath);
            if (input == null) {
                throw new EvalException(
                        EvalException.Kind.INPUT, "derivation '" + drvPath + "' was not made by this evaluation");
            }
            for (String output : outputs) {
                String hash = input.modulo().get(output);
                if (hash == null) {
                    throw new EvalException(
                            EvalException.Kind.OTHER,
                            "derivation '" + drvPath + "' does not have output '" + output + "'");
                }
                inputs.computeIfAbsent(hash, first -> new TreeSet<>())
                        .add(input.derivation().isFixed() ? "out" : output);
            }
        });
        return inputs;
    }

    private static String sha256(String text) {
        return Digest.of(Digest.Algorithm.SHA256, text).base16();
    }
}
