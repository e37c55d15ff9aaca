package dev.fairlead.bench.conformance;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.Printer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Parses and evaluates every {@code .nix} file below a folder with an installed {@code nix-instantiate} and here, and
 * tells the files that are understood differently. A file that neither accepts counts as agreed: what the messages say
 * differs from version to version.
 */
public final class Differential {
    private static final int LIMIT_SECONDS = 60;

    private final Path folder;
    private final List<String> include;

    private Differential(Path folder, List<String> include) {
        this.folder = folder.toAbsolutePath().normalize();
        this.include = include;
    }

    /** {@code FOLDER [-I NAME=PATH]...}; ends with 1 if there is a difference that no version of Nix explains. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("usage: tools/differential FOLDER [-I NAME=PATH]...");
            System.exit(2);
        }
        List<String> include = Arrays.stream(arguments)
                .skip(1)
                .filter(word -> !word.equals("-I"))
                .toList();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        boolean same = new Differential(Path.of(arguments[0]), include).run(out);
        out.flush();
        System.exit(same ? 0 : 1);
    }

    private boolean run(PrintStream out) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".nix") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Difference> differences = files.parallelStream()
                .flatMap(file -> Stream.of(parse(file), evaluate(file)))
                .filter(difference -> !difference.agrees())
                .toList();
        for (Difference difference : differences) {
            out.println(difference.describe());
        }
        long known = differences.stream()
                .filter(difference -> difference.reason() != null)
                .count();
        out.println(files.size() + " files, parsed and evaluated: " + (2L * files.size() - differences.size())
                + " agree, " + known + " differ as versions of Nix do, " + (differences.size() - known) + " differ");
        return differences.size() == known;
    }

    private Difference parse(Path file) {
        Evaluation ours = Evaluation.of(Options.DEFAULT, evaluator -> {
            String path = Bytes.encode(file.toString());
            Source source = evaluator
                    .sources()
                    .add(
                            path,
                            Bytes.encode(String.valueOf(file.getParent())),
                            Bytes.of(evaluator.files().read(path)));
            evaluator.parse(source);
            return "";
        });
        // Only whether it is accepted: how a tree is printed has changed often
        Evaluation theirs = nix(List.of("--parse", file.toString()));
        return new Difference("parse", file, theirs.succeeded() ? new Evaluation(true, "") : theirs, ours);
    }

    private Difference evaluate(Path file) {
        Options options = Options.DEFAULT
                .withTrace(_ -> {})
                .withSearchPath(include.stream().map(Differential::entry).toList());
        Evaluation ours = Evaluation.of(options, evaluator -> print(evaluator, file));
        String[] command = {"--eval", "--strict", "--read-write-mode", file.toString()};
        return new Difference(
                "eval",
                file,
                nix(Stream.concat(include.stream().flatMap(entry -> Stream.of("-I", entry)), Arrays.stream(command))
                        .toList()),
                ours);
    }

    private static String print(Evaluator evaluator, Path file) {
        return Printer.printStrict(evaluator.evalFile(file));
    }

    private static SearchPathEntry entry(String text) {
        int equals = text.indexOf('=');
        String path = Path.of(text.substring(equals + 1)).toAbsolutePath().toString();
        return new SearchPathEntry(Bytes.encode(text.substring(0, Math.max(0, equals))), Bytes.encode(path));
    }

    private static Evaluation nix(List<String> arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("nix-instantiate"), arguments.stream())
                    .toList());
            builder.environment().remove("NIX_PATH");
            Path error = Files.createTempFile("differential", ".err");
            Path output = Files.createTempFile("differential", ".out");
            try {
                Process process = builder.redirectError(error.toFile())
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Evaluation(false, "it takes more than " + LIMIT_SECONDS + " seconds");
                }
                return process.exitValue() == 0
                        ? new Evaluation(true, read(output).strip())
                        : new Evaluation(false, read(error));
            } finally {
                Files.delete(error);
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("nix-instantiate cannot be run", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nix-instantiate ran", interrupted);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
