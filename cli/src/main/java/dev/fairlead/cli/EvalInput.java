package dev.fairlead.cli;

import dev.fairlead.cli.args.Arguments;
import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Parser;
import dev.fairlead.nix.syntax.Printer;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code fairlead eval} evaluates, with what, and what the evaluation may see. */
final class EvalInput {
    static final Operand FILE =
            Operand.optional("FILE", "a file, or a directory with a default.nix; - is standard input");
    static final Option EXPRESSION = Option.of("-E", "EXPR", "evaluates this text");
    static final Option ARG = Option.repeatable("--arg", List.of("NAME", "EXPR"), "calls functions with this argument");
    static final Option ARGSTR =
            Option.repeatable("--argstr", List.of("NAME", "TEXT"), "calls functions with this string");
    static final Option INCLUDE = Option.repeatable("-I", List.of("NAME=PATH"), "what <NAME> means");
    static final Option IMPURE = Option.flag("--impure", "allows the environment, the clock and all files");
    static final Option DIRECTORY = Option.of("-C", "DIR", "where relative paths start");

    private final Call call;
    private final Arguments arguments;
    private final Path directory;
    private final @Nullable String text;
    private final String name;
    private final @Nullable Path file;

    /**
     * Finds the expression; reads it only if it is on standard input.
     *
     * @throws UsageException if there is none, or are two
     */
    EvalInput(Call call) {
        this.call = call;
        this.arguments = call.arguments();
        String start = arguments.value(DIRECTORY);
        this.directory = call.path(start == null ? "." : start);
        String operand = arguments.operand(0);
        String expression = arguments.value(EXPRESSION);
        if ((operand == null) == (expression == null)) {
            throw new UsageException(
                    operand == null ? "eval needs a FILE or -E EXPR" : "eval takes a FILE or -E EXPR, not both");
        }
        boolean standardInput = "-".equals(operand);
        this.name = Bytes.encode(standardInput ? "«stdin»" : "«string»");
        this.text =
                standardInput ? standardInput(call.console()) : expression == null ? null : Bytes.encode(expression);
        this.file = standardInput || operand == null ? null : Call.path(directory, operand);
    }

    private static String standardInput(Console console) {
        try {
            return Bytes.of(console.in().readAllBytes());
        } catch (IOException unreadable) {
            throw new UnusableInputException("standard input cannot be read: " + unreadable.getMessage());
        }
    }

    /** Where relative paths start. */
    Path directory() {
        return directory;
    }

    /**
     * What the evaluation may do. Unless it is impure it sees the folder it starts in, that of its file, and what
     * {@code -I} names.
     */
    Options options() {
        List<SearchPathEntry> searchPath = new ArrayList<>();
        List<Path> roots = new ArrayList<>();
        roots.add(directory);
        if (file != null) {
            roots.add(Files.isDirectory(file) || file.getParent() == null ? file : file.getParent());
        }
        for (List<String> entry : arguments.all(INCLUDE)) {
            String given = entry.getFirst();
            int equals = given.indexOf('=');
            Path path = Call.path(directory, given.substring(equals + 1));
            searchPath.add(new SearchPathEntry(
                    equals < 0 ? "" : Bytes.encode(given.substring(0, equals)), Bytes.encode(path.toString())));
            roots.add(path);
        }
        Options options = Options.DEFAULT
                .withSearchPath(searchPath)
                .withTrace(message -> call.console().err().println(Bytes.decode(message)));
        return arguments.has(IMPURE) ? options : options.pureWithin(roots);
    }

    /** The value of the expression. */
    Value value(Evaluator evaluator) {
        if (file != null) {
            return evaluator.evalFile(file);
        }
        return evaluator.evalText(String.valueOf(text), name, directory);
    }

    /** The tree of the expression, as text (a byte string). */
    String tree(Evaluator evaluator) {
        Source source;
        if (file == null) {
            source = evaluator.sources().add(name, Bytes.encode(directory.toString()), String.valueOf(text));
        } else {
            Path read = Files.isDirectory(file) ? file.resolve("default.nix") : file;
            String path = Bytes.encode(read.toString());
            source = evaluator
                    .sources()
                    .add(
                            path,
                            Bytes.encode(String.valueOf(read.getParent())),
                            Bytes.of(evaluator.files().read(path)));
        }
        return Printer.print(Parser.parse(source), source.directory());
    }

    /** The arguments for functions that are met on the way to what is printed. */
    AttrsValue arguments(Evaluator evaluator) {
        AttrsBuilder given = new AttrsBuilder(4);
        for (List<String> argument : arguments.all(ARG)) {
            given.add(Symbol.of(Bytes.encode(argument.getFirst())), new Promise() {
                @Override
                protected Value compute() {
                    return evaluator.evalText(Bytes.encode(argument.getLast()), name, directory);
                }
            });
        }
        for (List<String> argument : arguments.all(ARGSTR)) {
            given.add(Symbol.of(Bytes.encode(argument.getFirst())), new StringValue(Bytes.encode(argument.getLast())));
        }
        return given.build();
    }
}
