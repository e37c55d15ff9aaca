package dev.fairlead.nix.builtin;

import dev.fairlead.nix.builtin.format.FormatException;
import dev.fairlead.nix.builtin.format.JsonReader;
import dev.fairlead.nix.builtin.format.JsonWriter;
import dev.fairlead.nix.builtin.format.TomlReader;
import dev.fairlead.nix.builtin.format.XmlWriter;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.ExperimentalFeature;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.Value;

/** Values from and to documents: JSON, TOML and XML. */
final class Documents {
    private Documents() {}

    static void register(Registry registry) {
        registry.add(Builtin.of("fromJSON", Documents::fromJson));
        registry.add(Builtin.of("fromTOML", Documents::fromToml));
        registry.add(Builtin.of("toJSON", value -> JsonWriter.write(value, true)));
        registry.add(Builtin.of("toXML", value -> XmlWriter.write(value, true, null)));
    }

    private static Value fromJson(Value text) {
        String json =
                Expect.stringWithoutContext(text, "while evaluating the first argument passed to builtins.fromJSON");
        try {
            return JsonReader.read(json);
        } catch (FormatException malformed) {
            throw new EvalException(EvalException.Kind.OTHER, malformed.reason())
                    .during(0, "while decoding a JSON string");
        }
    }

    private static Value fromToml(Value text) {
        String toml = Expect.stringWithoutContext(text, "while evaluating the argument passed to builtins.fromTOML");
        try {
            return TomlReader.read(
                    toml, Evaluator.current().options().features().contains(ExperimentalFeature.PARSE_TOML_TIMESTAMPS));
        } catch (FormatException malformed) {
            throw new EvalException(EvalException.Kind.OTHER, "while parsing TOML: " + malformed.reason());
        }
    }
}
