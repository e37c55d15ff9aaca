package dev.fairlead.nix.builtin;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Expect;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Value;
import java.time.Instant;
import java.util.Locale;

/**
 * What a program can learn of the language and the machine. A pure evaluation has no clock, no system and an empty
 * environment.
 */
final class Environment {
    /** The version of Nix whose language this is. */
    private static final String NIX_VERSION = "2.36.0";

    private static final int LANGUAGE_VERSION = 6;

    private Environment() {}

    static void register(Registry registry, Options options) {
        registry.add("langVersion", IntValue.of(LANGUAGE_VERSION));
        registry.add("nixVersion", new StringValue(NIX_VERSION));
        registry.add("storeDir", new StringValue("/nix/store"));
        registry.add(Builtin.of("getEnv", Environment::getEnv));
        if (!options.pure()) {
            registry.add("currentSystem", new StringValue(currentSystem()));
            registry.add("currentTime", new CurrentTime());
        }
    }

    private static Value getEnv(Value name) {
        String variable =
                Expect.stringWithoutContext(name, "while evaluating the first argument passed to builtins.getEnv");
        if (Evaluator.current().options().pure()) {
            return StringValue.EMPTY;
        }
        String value = System.getenv(Bytes.decode(variable));
        return value == null ? StringValue.EMPTY : new StringValue(Bytes.encode(value));
    }

    private static String currentSystem() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String architecture = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            case "x86", "i386" -> "i686";
            default -> machine;
        };
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return architecture + (system.startsWith("mac") ? "-darwin" : "-linux");
    }

    /** The time at which it was first asked for, in seconds since 1970. */
    private static final class CurrentTime extends Promise {
        @Override
        protected Value compute() {
            return IntValue.of(Instant.now().getEpochSecond());
        }
    }
}
