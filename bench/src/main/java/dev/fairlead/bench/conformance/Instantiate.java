package dev.fairlead.bench.conformance;

import dev.fairlead.cli.AttributeWalk;
import dev.fairlead.cli.AutoCall;
import dev.fairlead.nix.builtin.format.JsonWriter;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call of {@code nix-instantiate --eval} as the shell scripts of nixpkgs make it, and what it gives. */
final class Instantiate {
    private static final String WARNING = "evaluation warning:";

    private final Path directory;
    private final List<SearchPathEntry> searchPath;
    private final StringBuilder traces = new StringBuilder();
    private @Nullable String expression;
    private @Nullable String file;
    private @Nullable String attribute;
    private boolean strict;
    private boolean json;
    private boolean abortOnWarn;

    /**
     * A call.
     *
     * @param directory where it is made
     * @param nixPath the value of the variable {@code NIX_PATH}
     */
    Instantiate(Path directory, String nixPath, List<String> words) {
        this.directory = directory;
        this.searchPath = searchPath(nixPath);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-E", "--expr" -> expression = words.get(++i);
                case "-A" -> attribute = words.get(++i);
                case "--strict" -> strict = true;
                case "--json" -> json = true;
                case "--option" -> {
                    abortOnWarn |= words.get(i + 1).equals("abort-on-warn");
                    i += 2;
                }
                case "--timeout" -> i++;
                case "--eval", "--eval-only", "--show-trace", "--read-write-mode" -> {}
                default -> file = word;
            }
        }
    }

    private static List<SearchPathEntry> searchPath(String nixPath) {
        List<SearchPathEntry> entries = new ArrayList<>();
        for (String entry : nixPath.split(":", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                entries.add(new SearchPathEntry(
                        Bytes.encode(entry.substring(0, equals)), Bytes.encode(entry.substring(equals + 1))));
            }
        }
        return entries;
    }

    Evaluation run() {
        Consumer<String> sink = message -> {
            traces.append(Bytes.decode(message)).append('\n');
            if (abortOnWarn && message.startsWith(WARNING)) {
                throw new EvalException(
                        EvalException.Kind.ABORT, "aborting to reveal stack trace of warning, as abort-on-warn is set");
            }
        };
        return Evaluation.of(Options.DEFAULT.withSearchPath(searchPath).withTrace(sink), this::print);
    }

    /** What was traced, for standard error. */
    String traces() {
        return traces.toString();
    }

    private String print(Evaluator evaluator) {
        Value value = value(evaluator);
        if (json) {
            return JsonWriter.write(value, true).text();
        }
        return strict ? Printer.printStrict(value) : Printer.print(value);
    }

    private Value value(Evaluator evaluator) {
        String program = expression != null ? expression : "import " + directory.resolve(String.valueOf(file));
        Value whole = evaluator.evalText(Bytes.encode(program), Bytes.encode("«string»"), directory);
        return new AttributeWalk(attribute)
                .from(whole, new AutoCall(AttrsValue.EMPTY))
                .force();
    }
}
