package dev.fairlead.nix.builtin.store;

import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.StringContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects a derivation; {@link Store#instantiate} computes its paths. */
public final class DerivationBuilder {
    private final String name;
    private String builder = "";
    private String system = "";
    private final List<String> arguments = new ArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private final SortedSet<String> outputs = new TreeSet<>(List.of("out"));
    private @Nullable StringContext context;
    private @Nullable String fixedHash;
    private Digest.@Nullable Algorithm fixedAlgorithm;
    private boolean fixedRecursive;

    /**
     * A derivation without attributes.
     *
     * @throws EvalException if the name cannot be part of a store path
     */
    public DerivationBuilder(String name) {
        String problem = StorePaths.problem(name);
        if (problem != null) {
            throw invalid("invalid derivation name: " + problem + ". Please pass a different 'name'.");
        }
        this.name = name;
    }

    public void builder(String path) {
        builder = path;
    }

    public void system(String platform) {
        system = platform;
    }

    public void argument(String argument) {
        arguments.add(argument);
    }

    public void variable(String variable, String value) {
        environment.put(variable, value);
    }

    /** What the strings of the derivation depend on. */
    public void needs(@Nullable StringContext dependencies) {
        context = StringContext.union(context, dependencies);
    }

    /**
     * Replaces the one output {@code out}.
     *
     * @throws EvalException if there are none, or a name occurs twice or is not allowed
     */
    public void outputs(List<String> names) {
        outputs.clear();
        for (String output : names) {
            if (!outputs.add(output)) {
                throw invalid("duplicate derivation output '" + output + "'");
            }
            if (output.equals("drvPath")) {
                throw invalid("invalid derivation output name 'drvPath'");
            }
        }
        if (outputs.isEmpty()) {
            throw invalid("derivation cannot have an empty set of outputs");
        }
    }

    /** The hash of the only output, known beforehand. */
    public void outputHash(String hash) {
        fixedHash = hash;
    }

    public void outputHashAlgorithm(String algorithm) {
        fixedAlgorithm = Digest.Algorithm.known(algorithm);
    }

    /**
     * Whether the hash is of an archive or of a file.
     *
     * @throws EvalException if there is no such mode, or only as an experiment
     */
    public void outputHashMode(String mode) {
        fixedRecursive = switch (mode) {
            case "recursive", "nar" -> true;
            case "flat" -> false;
            case "git" -> throw Experiment.disabled("git-hashing");
            case "text" ->
                throw Experiment.disabledFor(
                        "dynamic-derivations", "text-hashed derivation '" + name + "', outputHashMode = \"text\"");
            default -> throw invalid("invalid value '" + mode + "' for 'outputHashMode' attribute");
        };
    }

    /** The derivation as far as its attributes say, without output paths, unless these are fixed. */
    Derivation build(Store store) {
        if (builder.isEmpty()) {
            throw invalid("required attribute 'builder' missing");
        }
        if (system.isEmpty()) {
            throw invalid("required attribute 'system' missing");
        }
        if (StorePaths.isDerivation(name)) {
            throw invalid(
                    "derivation names are allowed to end in '.drv' only if they produce a single derivation file");
        }
        SortedMap<String, Derivation.Output> paths = new TreeMap<>();
        for (String output : outputs) {
            paths.put(output, output(output));
            environment.put(output, paths.get(output).path());
        }
        SortedMap<String, SortedSet<String>> derivations = new TreeMap<>();
        SortedSet<String> sources = new TreeSet<>();
        if (context != null) {
            for (String element : context.elements()) {
                add(ContextElement.decode(element), store, derivations, sources);
            }
        }
        return new Derivation(name, paths, derivations, sources, system, builder, arguments, environment);
    }

    private Derivation.Output output(String output) {
        if (fixedHash == null) {
            return new Derivation.Output("", "", "");
        }
        if (outputs.size() != 1 || !output.equals("out")) {
            throw invalid("multiple outputs are not supported in fixed-output derivations");
        }
        Digest hash = Digest.parseOrZero(fixedHash, fixedAlgorithm);
        return new Derivation.Output(
                StorePaths.fixed(name, hash, fixedRecursive),
                (fixedRecursive ? "r:" : "") + hash.algorithm().nixName(),
                hash.base16());
    }

    private static void add(
            ContextElement element,
            Store store,
            SortedMap<String, SortedSet<String>> derivations,
            SortedSet<String> sources) {
        switch (element) {
            case ContextElement.Plain(String path) -> sources.add(path);
            case ContextElement.Built(String path, String output) ->
                derivations.computeIfAbsent(path, first -> new TreeSet<>()).add(output);
            case ContextElement.Deep(String path) ->
                store.closure(path).forEach((member, its) -> {
                    sources.add(member);
                    if (!its.isEmpty()) {
                        derivations
                                .computeIfAbsent(member, first -> new TreeSet<>())
                                .addAll(its);
                    }
                });
        }
    }

    private static EvalException invalid(String message) {
        return new EvalException(EvalException.Kind.OTHER, message);
    }
}
