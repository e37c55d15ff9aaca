package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line says about how expressions are evaluated, for the commands that evaluate any. */
final class EvaluationOptions {
    static final Option ATTRIBUTE = Option.of("-A", "PATH", "takes this attribute of the value: a.\"b.c\".0");
    static final Option ARG = Option.repeatable("--arg", List.of("NAME", "EXPR"), "calls functions with this argument");
    static final Option ARGSTR =
            Option.repeatable("--argstr", List.of("NAME", "TEXT"), "calls functions with this string");
    static final Option INCLUDE =
            Option.repeatable("-I", List.of("NAME=PATH"), "what <NAME> means; the files there may be read");
    static final Option IMPURE =
            Option.flag("--impure", "allows the environment, NIX_PATH, the clock and all files to be read");
    static final Option DIRECTORY = Option.of("-C", "DIR", "where relative paths start (.)");
    static final Option SHOW_TRACE = Option.flag("--show-trace", "tells all that was being computed on errors");

    private final Call call;
    private final Arguments arguments;
    private final Path directory;
    private final List<SearchPathEntry> named;

    EvaluationOptions(Call call) {
        this.call = call;
        this.arguments = call.arguments();
        String start = arguments.value(DIRECTORY);
        this.directory = call.path(start == null ? "." : start);
        this.named = arguments.all(INCLUDE).stream()
                .map(entry -> searchPathEntry(entry.getFirst()))
                .toList();
        tellMissing();
    }

    /** What is not there is passed over, as Nix does: that alone would show far from the cause, or not at all. */
    private void tellMissing() {
        for (SearchPathEntry entry : named) {
            String path = Bytes.decode(entry.path());
            if (!Files.exists(Path.of(path))) {
                call.console().complain("-I: there is no file or directory " + path);
            }
        }
    }

    /** Where relative paths start. */
    Path directory() {
        return directory;
    }

    /** A path of the command line. */
    Path path(String text) {
        return Call.path(directory, text);
    }

    /**
     * What an evaluation may do. Unless it is impure it sees the directory it starts in, what {@code -I} names, and
     * {@code inputs}.
     */
    Options options(List<Path> inputs) {
        List<SearchPathEntry> searchPath = new ArrayList<>(named);
        List<Path> roots = new ArrayList<>(inputs);
        roots.add(directory);
        named.forEach(entry -> roots.add(Path.of(Bytes.decode(entry.path()))));
        boolean impure = arguments.has(IMPURE);
        if (impure) {
            String inherited = call.console().environment().getOrDefault("NIX_PATH", "");
            for (String entry : inherited.split(":", -1)) {
                if (!entry.isEmpty()) {
                    searchPath.add(searchPathEntry(entry));
                }
            }
        }
        Options options = Options.DEFAULT
                .withSearchPath(searchPath)
                .withFeatures(call.features())
                .withTrace(message -> call.console().err().println(Bytes.decode(message)));
        return impure ? options : options.pureWithin(roots);
    }

    /** {@code NAME=PATH}, or a path to a folder in which all names are looked for. */
    private SearchPathEntry searchPathEntry(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(0, equals);
        Path path = path(text.substring(equals + 1));
        return new SearchPathEntry(Bytes.encode(name), Bytes.encode(path.toString()));
    }

    /** The arguments for functions, by name, the last of each; expressions are evaluated when they are needed. */
    AttrsBuilder arguments(Evaluator evaluator) {
        AttrsBuilder given = new AttrsBuilder(4);
        for (List<String> argument : arguments.all(ARG).reversed()) {
            given.add(Symbol.of(Bytes.encode(argument.getFirst())), new Promise() {
                @Override
                protected Value compute() {
                    return evaluator.evalText(Bytes.encode(argument.getLast()), Bytes.encode("«string»"), directory);
                }
            });
        }
        for (List<String> argument : arguments.all(ARGSTR).reversed()) {
            given.add(Symbol.of(Bytes.encode(argument.getFirst())), new StringValue(Bytes.encode(argument.getLast())));
        }
        return given;
    }

    /**
     * The seconds that an option gives, whole or with decimals; null if it was not given.
     *
     * @throws UsageException if that is no positive number
     */
    static @Nullable Duration seconds(Arguments arguments, Option option) {
        String given = arguments.value(option);
        if (given == null) {
            return null;
        }
        BigDecimal milliseconds = positive(given, option).movePointRight(3);
        return Duration.ofMillis(milliseconds.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /**
     * The whole number that an option gives; null if it was not given.
     *
     * @throws UsageException if that is no positive whole number
     */
    static @Nullable Integer count(Arguments arguments, Option option) {
        String given = arguments.value(option);
        if (given == null) {
            return null;
        }
        try {
            return positive(given, option).intValueExact();
        } catch (ArithmeticException fraction) {
            throw new UsageException(option.name() + " needs a whole number, not '" + given + "'");
        }
    }

    /** Takes nothing that BigDecimal takes and no person means, such as 1e999999999. */
    private static BigDecimal positive(String given, Option option) {
        if (given.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            BigDecimal number = new BigDecimal(given);
            if (number.signum() > 0) {
                return number;
            }
        }
        throw new UsageException(option.name() + " needs a positive number, not '" + given + "'");
    }
}
