package dev.fairlead.cli;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Option;
import dev.fairlead.cli.args.UsageException;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Printer;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expression that {@code fairlead eval} evaluates: a file, standard input, or text of the command line. */
final class EvalInput {
    static final Operand FILE =
            Operand.optional("FILE", "a file, or a directory with a default.nix; - is standard input");
    static final Option EXPRESSION = Option.of("-E", "EXPR", "evaluates this text");

    private final Path directory;
    private final @Nullable Path file;
    private final String text;
    private final String name;

    /** @param file null if the expression is {@code text} (a byte string), which messages call {@code name} */
    private EvalInput(Path directory, @Nullable Path file, String text, String name) {
        this.directory = directory;
        this.file = file;
        this.text = text;
        this.name = Bytes.encode(name);
    }

    /**
     * Finds the expression; reads it only if it is on standard input.
     *
     * @throws UsageException if there is none, or are two
     * @throws UnusableInputException if it cannot be read
     */
    static EvalInput of(Call call, EvaluationOptions options) {
        String operand = call.arguments().operand(0);
        String expression = call.arguments().value(EXPRESSION);
        Path directory = options.directory();
        if (expression != null) {
            if (operand != null) {
                throw new UsageException("eval takes a FILE or -E EXPR, not both");
            }
            return new EvalInput(directory, null, Bytes.encode(expression), "«string»");
        }
        if (operand == null) {
            throw new UsageException("eval needs a FILE or -E EXPR");
        }
        if (operand.equals("-")) {
            return new EvalInput(directory, null, standardInput(call.console()), "«stdin»");
        }
        Path path = options.path(operand);
        Path file = Files.isDirectory(path) ? path.resolve("default.nix") : path;
        if (!Files.exists(file)) {
            throw new UnusableInputException("there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new UnusableInputException(file + " cannot be read: permission denied");
        }
        return new EvalInput(directory, file, "", "");
    }

    private static String standardInput(Console console) {
        try {
            return Bytes.of(console.in().readAllBytes());
        } catch (IOException unreadable) {
            throw new UnusableInputException("standard input cannot be read: " + unreadable.getMessage());
        }
    }

    /** The directories whose files belong to the input. */
    List<Path> directories() {
        Path folder = file == null ? null : file.getParent();
        return folder == null ? List.of() : List.of(folder);
    }

    /** The value of the expression. */
    Value value(Evaluator evaluator) {
        return file == null ? evaluator.evalText(text, name, directory) : evaluator.evalFile(file);
    }

    /** The tree of the expression, as text (a byte string). */
    String tree(Evaluator evaluator) {
        Source source;
        if (file == null) {
            source = evaluator.sources().add(name, Bytes.encode(directory.toString()), text);
        } else {
            String path = Bytes.encode(file.toString());
            String folder = Bytes.encode(String.valueOf(file.getParent()));
            source = evaluator
                    .sources()
                    .add(path, folder, Bytes.of(evaluator.files().read(path)));
        }
        return Printer.print(evaluator.parse(source), source.directory());
    }
}
