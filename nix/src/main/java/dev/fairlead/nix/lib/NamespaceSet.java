package dev.fairlead.nix.lib;

import dev.fairlead.nix.builtin.Registry;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The set {@code lib.NAME}, loaded step by step: the functions in Java, then one Nix source after the other. */
final class NamespaceSet extends Promise {
    private final Namespace namespace;
    private final Evaluator evaluator;
    private final Value lib;
    private final Value own;
    private volatile @Nullable SortedMap<String, Value> natives;
    private final @Nullable AttrsValue[] sources;

    /**
     * @param lib what the functions see as {@code lib}
     * @param own what those see that share more than that, or null for that set itself
     */
    NamespaceSet(Namespace namespace, Evaluator evaluator, Value lib, @Nullable Value own) {
        this.namespace = namespace;
        this.evaluator = evaluator;
        this.lib = lib;
        this.own = own == null ? this : own;
        this.sources = new AttrsValue[namespace.sources().size()];
    }

    /** One name of the set; sources are read only until the name is found. */
    Value member(Symbol name) {
        Value known = natives().get(name.name());
        for (int i = 0; known == null && i < sources.length; i++) {
            known = source(i).get(name);
        }
        if (known == null) {
            throw new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, "attribute '" + name + "' missing");
        }
        return known;
    }

    @Override
    protected Value compute() {
        AttrsBuilder attrs = new AttrsBuilder(64);
        natives().forEach((name, value) -> attrs.add(Symbol.of(name), value));
        for (int i = 0; i < sources.length; i++) {
            AttrsValue source = source(i);
            for (int j = 0; j < source.size(); j++) {
                attrs.add(source.name(j), source.value(j), source.position(j));
            }
        }
        return attrs.build();
    }

    private SortedMap<String, Value> natives() {
        SortedMap<String, Value> known = natives;
        if (known == null) {
            Registry registry = new Registry();
            namespace.natives().accept(registry, own);
            AttrsValue builtins = evaluator.builtins();
            for (String name : namespace.builtins()) {
                Value builtin = builtins.get(name);
                if (builtin != null) {
                    registry.add(name, builtin);
                }
            }
            known = registry.entries();
            natives = known;
        }
        return known;
    }

    private AttrsValue source(int index) {
        AttrsValue known = sources[index];
        if (known == null) {
            known = read(namespace.sources().get(index) + ".nix");
            sources[index] = known;
        }
        return known;
    }

    private AttrsValue read(String file) {
        Value function = evaluator.evalText(text(file), "<lib/" + file + ">", Path.of("/"));
        Value result = Functions.call(function, lib);
        Value set = result instanceof FunctionValue ofOwn ? ofOwn.call(own) : result;
        return Expect.attrs(set, "while evaluating lib." + namespace.name());
    }

    private static String text(String file) {
        try (InputStream stream = NamespaceSet.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return Bytes.of(stream.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
