package dev.fairlead.bench.conformance;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Strictness;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a gen library: files in {@code ci/tests}, each a function to nested sets of {@code test*} with
 * {@code expr} and {@code expected} or {@code expectedError}.
 */
final class GenSuite {
    private final Path checkout;
    private final String library;

    GenSuite(Path checkout, String library) {
        this.checkout = checkout.toAbsolutePath().normalize();
        this.library = library;
    }

    Tally run() {
        try (Stream<Path> files = Files.list(checkout.resolve(library).resolve("ci/tests"))) {
            return new Tally(
                    library,
                    files.filter(file -> file.toString().endsWith(".nix")).sorted().toList().parallelStream()
                            .flatMap(file -> run(file).stream())
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Outcome> run(Path file) {
        List<Outcome> outcomes = new ArrayList<>();
        Evaluation all = evaluate(file, tests -> {
            collect(tests, "", outcomes);
            return "";
        });
        if (!all.succeeded()) {
            outcomes.add(Outcome.failed(String.valueOf(file.getFileName()), all.text()));
        }
        return outcomes;
    }

    /** The tests of a file, as its library's own runner calls it. */
    private Evaluation evaluate(Path file, Function<Value, String> use) {
        String program =
                "let checkout = /. + " + quoted(checkout) + "; lib = import (checkout + \"/nixpkgs-lib/lib\");\n"
                        + "in (import (/. + " + quoted(file) + ") ((" + arguments()
                        + "\n) { inherit checkout lib; }).\"" + library
                        + "\").flake.tests";
        return Evaluation.of(
                Options.DEFAULT.withTrace(_ -> {}),
                evaluator -> use.apply(evaluator.evalText(Bytes.encode(program), Bytes.encode("«tests»"), checkout)));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
    }

    private static String arguments() {
        try (InputStream in = GenSuite.class.getResourceAsStream("gen.nix")) {
            return Bytes.decode(Bytes.of(Objects.requireNonNull(in).readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void collect(Value tests, String path, List<Outcome> outcomes) {
        if (!(tests.force() instanceof AttrsValue set)) {
            return;
        }
        for (int i = 0; i < set.size(); i++) {
            String name = set.name(i).name();
            String place = path.isEmpty() ? name : path + "." + name;
            if (name.startsWith("test")) {
                outcomes.add(check(place, set.value(i)));
            } else {
                collect(set.value(i), place, outcomes);
            }
        }
    }

    private static Outcome check(String name, Value test) {
        String place = Bytes.decode(name);
        try {
            AttrsValue parts = (AttrsValue) test.force();
            Value expected = parts.get("expected");
            if (expected == null) {
                return fails(place, part(parts, "expr"));
            }
            Value expr = part(parts, "expr");
            Strictness.forceDeep(expr);
            return Equality.equal(expr, expected)
                    ? Outcome.passed(place)
                    : Outcome.failed(
                            place,
                            "expected: " + Bytes.decode(Printer.printStrict(expected)) + "\ngot:      "
                                    + Bytes.decode(Printer.printStrict(expr)));
        } catch (EvalException failure) {
            return Outcome.failed(
                    place, Evaluation.error(failure, Evaluator.current().sources()));
        }
    }

    /** The message is not compared: the tests of these libraries that expect one stand in files of their own. */
    private static Outcome fails(String place, @Nullable Value expr) {
        try {
            Strictness.forceDeep(Objects.requireNonNull(expr));
            return Outcome.failed(place, "succeeded");
        } catch (EvalException expected) {
            return Outcome.passed(place);
        }
    }

    private static Value part(AttrsValue test, String name) {
        Value part = test.get(name);
        if (part == null) {
            throw new EvalException(EvalException.Kind.MISSING_ATTRIBUTE, "the test has no '" + name + "'");
        }
        return part;
    }
}
