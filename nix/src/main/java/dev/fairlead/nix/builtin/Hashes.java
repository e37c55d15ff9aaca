package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.store.Digest;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import org.jspecify.annotations.Nullable;

/** Cryptographic hashes of strings, and the ways to write them. */
final class Hashes {
    private Hashes() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("convertHash", Hashes::convertHash));
        registry.add(Builtin.of("hashString", Hashes::hashString));
    }

    private static Value hashString(Value type, Value string) {
        Digest.Algorithm algorithm = Digest.Algorithm.named(
                Expect.stringWithoutContext(type, "while evaluating the first argument passed to builtins.hashString"));
        String text = Expect.string(string, "while evaluating the second argument passed to builtins.hashString")
                .text();
        return new StringValue(Digest.of(algorithm, text).base16());
    }

    private static Value convertHash(Value arguments) {
        AttrsValue set = Expect.attrs(arguments, "while evaluating the first argument passed to builtins.convertHash");
        String hash = required(set, "hash");
        Value stated = set.get("hashAlgo");
        Digest.@Nullable Algorithm algorithm = stated == null
                ? null
                : Digest.Algorithm.named(
                        Expect.stringWithoutContext(stated, "while evaluating the attribute 'hashAlgo'"));
        Digest.Format format = Digest.Format.named(required(set, "toHashFormat"));
        return new StringValue(Digest.parse(hash, algorithm).print(format));
    }

    private static String required(AttrsValue set, String name) {
        Value value = set.get(name);
        if (value == null) {
            throw new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, "attribute '" + name + "' missing")
                    .during(0, "while locating the attribute '" + name + "'");
        }
        return Expect.stringWithoutContext(value, "while evaluating the attribute '" + name + "'");
    }
}
