package dev.fairlead.bench.conformance;

import dev.fairlead.nix.builtin.format.XmlWriter;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Printer;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The functional language tests of Nix, {@code tests/functional/lang}, run as its {@code lang.sh} runs them: the variable
 * {@code TEST_VAR} is {@code foo}, the home directory {@code /fake-home}, and the current directory is called
 * {@code /pwd} in what is printed.
 */
final class LanguageSuite {
    private final Path directory;
    private final Path cases;

    /** @param directory {@code tests/functional} of a checkout */
    LanguageSuite(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.cases = this.directory.resolve("lang");
    }

    List<Tally> run() {
        Predicate<LanguageCase> pure = LanguageCase::isPure;
        return List.of(
                tally("parse-okay: the same tree", "parse-okay", _ -> true, this::parses),
                tally("parse-fail: refused", "parse-fail", _ -> true, this::isRefused),
                tally("parse-fail: with the same last line", "parse-fail", _ -> true, this::isRefusedAlike),
                tally("eval-okay, pure: the same value", "eval-okay", pure, this::evaluates),
                tally("eval-okay, others: the same value", "eval-okay", pure.negate(), this::evaluates),
                tally("eval-fail, pure: fails", "eval-fail", pure, this::fails),
                tally("eval-fail, pure: with the same last line", "eval-fail", pure, this::failsAlike),
                tally("eval-fail, others: fails", "eval-fail", pure.negate(), this::fails),
                tally("eval-fail, others: with the same last line", "eval-fail", pure.negate(), this::failsAlike),
                tally("eval-fail: with the same trace", "eval-fail", _ -> true, this::tellsAlike));
    }

    private Tally tally(
            String title, String kind, Predicate<LanguageCase> wanted, Function<LanguageCase, Outcome> check) {
        try (Stream<Path> files = Files.list(cases)) {
            return new Tally(
                    title,
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.startsWith(kind + "-") && file.endsWith(".nix"))
                            .sorted()
                            .map(file -> new LanguageCase(
                                    file.substring(0, file.length() - ".nix".length()), cases.resolve(file)))
                            .filter(each -> each.beside(".exp-disabled") == null)
                            .filter(wanted)
                            .parallel()
                            .map(check)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Outcome parses(LanguageCase program) {
        return compare(program, ".exp", parse(program));
    }

    private Outcome isRefused(LanguageCase program) {
        return failure(program, parse(program));
    }

    private Outcome isRefusedAlike(LanguageCase program) {
        return failureAlike(program, parse(program));
    }

    private Outcome evaluates(LanguageCase program) {
        String xml = ".exp.xml";
        return program.beside(xml) != null
                ? compare(
                        program,
                        xml,
                        evaluate(
                                program,
                                value -> XmlWriter.write(value, true, null).text()))
                : compare(program, ".exp", evaluate(program));
    }

    private Outcome fails(LanguageCase program) {
        return failure(program, evaluate(program));
    }

    private Outcome failsAlike(LanguageCase program) {
        return failureAlike(program, evaluate(program));
    }

    private Outcome failureAlike(LanguageCase program, Evaluation evaluation) {
        String expected = Objects.requireNonNullElse(program.beside(".err.exp"), "");
        return evaluation.succeeded()
                ? Outcome.failed(program.name(), "succeeded: " + evaluation.text())
                : Outcome.compare(program.name(), Evaluation.lastMessage(expected), portable(evaluation.lastMessage()));
    }

    /** All that is printed on standard error: what the program traces, what was being done, and the lines of source. */
    private Outcome tellsAlike(LanguageCase program) {
        StringBuilder printed = new StringBuilder();
        Evaluation evaluation = evaluate(
                program,
                dev.fairlead.nix.value.Printer::printStrict,
                message -> printed.append(Bytes.decode(message)).append('\n'));
        String expected = Objects.requireNonNullElse(program.beside(".err.exp"), "");
        return Outcome.compare(
                program.name(),
                expected.strip(),
                portable(printed + evaluation.text()).strip());
    }

    private static Outcome failure(LanguageCase program, Evaluation evaluation) {
        return evaluation.succeeded()
                ? Outcome.failed(program.name(), "succeeded: " + evaluation.text())
                : Outcome.passed(program.name());
    }

    private Outcome compare(LanguageCase program, String ending, Evaluation evaluation) {
        String expected = program.beside(ending);
        return evaluation.succeeded() && expected != null
                ? Outcome.compare(
                        program.name(),
                        expected.strip(),
                        portable(evaluation.text()).strip())
                : Outcome.failed(program.name(), evaluation.text());
    }

    private String portable(String text) {
        return text.replace(directory.toString(), "/pwd");
    }

    private Evaluation parse(LanguageCase program) {
        return Evaluation.of(Options.DEFAULT.withFeatures(program.features()), evaluator -> {
            Source source = evaluator
                    .sources()
                    .add(
                            Bytes.encode("«stdin»"),
                            Bytes.encode(directory.toString()),
                            Bytes.of(evaluator
                                    .files()
                                    .read(Bytes.encode(program.program().toString()))));
            return Printer.print(evaluator.parse(source), source.directory());
        });
    }

    private Evaluation evaluate(LanguageCase program) {
        return evaluate(program, dev.fairlead.nix.value.Printer::printStrict);
    }

    private Evaluation evaluate(LanguageCase program, Function<Value, String> print) {
        return evaluate(program, print, _ -> {});
    }

    private Evaluation evaluate(LanguageCase program, Function<Value, String> print, Consumer<String> trace) {
        List<String> flags = program.flags();
        Options options = Options.DEFAULT
                .withFeatures(program.features())
                .withTrace(trace)
                .withSearchPath(searchPath(flags));
        int depth = flags.indexOf("--max-call-depth");
        return Evaluation.of(
                depth < 0 ? options : options.withMaxCallDepth(Integer.parseInt(flags.get(depth + 1))),
                evaluator -> print.apply(value(program, flags, evaluator)));
    }

    private List<SearchPathEntry> searchPath(List<String> flags) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i + 1 < flags.size(); i++) {
            if (flags.get(i).equals("-I")) {
                entries.add(flags.get(i + 1));
            }
        }
        entries.addAll(List.of("lang/dir3", "lang/dir4"));
        return entries.stream()
                .map(entry -> {
                    int equals = entry.indexOf('=');
                    String prefix = equals < 0 ? "" : entry.substring(0, equals);
                    String path = directory.resolve(entry.substring(equals + 1)).toString();
                    return new SearchPathEntry(Bytes.encode(prefix), Bytes.encode(path));
                })
                .toList();
    }

    /** The value of the program, called with the arguments of the command line where there are any. */
    private Value value(LanguageCase program, List<String> flags, Evaluator evaluator) {
        StringBuilder arguments = new StringBuilder();
        String attribute = "";
        for (int i = 0; i < flags.size(); i++) {
            switch (flags.get(i)) {
                case "--arg" ->
                    arguments
                            .append(flags.get(++i))
                            .append(" = ")
                            .append(flags.get(++i))
                            .append("; ");
                case "--argstr" ->
                    arguments
                            .append(flags.get(++i))
                            .append(" = \"")
                            .append(flags.get(++i))
                            .append("\"; ");
                case "-A" -> attribute = "." + flags.get(++i);
                default -> {}
            }
        }
        if (arguments.isEmpty() && attribute.isEmpty()) {
            return evaluator.evalFile(program.program());
        }
        String call = "let program = import ./lang/" + program.name() + ".nix; in (program (builtins.intersectAttrs"
                + " (builtins.functionArgs program) { " + arguments + "}))" + attribute;
        return evaluator.evalText(Bytes.encode(call), Bytes.encode("«string»"), directory);
    }
}
