package dev.fairlead.bench.conformance;

import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tests of nixpkgs' {@code lib} that are one expression each: the list of what fails, or nothing. */
final class LibrarySuite {
    private static final Map<String, String> EXPRESSIONS = new TreeMap<>(Map.of(
            "tests/misc.nix", "import ./tests/misc.nix",
            "tests/systems.nix", "import ./tests/systems.nix",
            "tests/fetchers.nix", "import ./tests/fetchers.nix",
            "path/tests/unit.nix", "import ./path/tests/unit.nix { libpath = ./.; }"));

    private static final List<String> NOTHING_FAILS = List.of("[ ]", "null");

    private LibrarySuite() {}

    /** @param library the folder {@code lib} */
    static Tally run(Path library) {
        return new Tally(
                "nixpkgs lib: suites of expressions",
                EXPRESSIONS.entrySet().stream()
                        .filter(suite -> Files.exists(library.resolve(suite.getKey())))
                        .parallel()
                        .map(suite -> check(library, suite.getKey(), suite.getValue()))
                        .toList());
    }

    private static Outcome check(Path library, String name, String expression) {
        Evaluation evaluation = Evaluation.of(
                Options.DEFAULT.withTrace(_ -> {}),
                evaluator -> Printer.printStrict(
                        evaluator.evalText(Bytes.encode(expression), Bytes.encode("«string»"), library)));
        return evaluation.succeeded() && NOTHING_FAILS.contains(evaluation.text())
                ? Outcome.passed(name)
                : Outcome.failed(name, evaluation.text());
    }
}
