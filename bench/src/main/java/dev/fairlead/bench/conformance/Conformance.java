package dev.fairlead.bench.conformance;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the public suites that a checkout holds, and prints a table of how many cases give what the reference gives;
 * {@code docs/language.md} says what belongs into a checkout and what came out.
 */
public final class Conformance {
    private static final List<String> GEN_LIBRARIES = List.of("gen-graph", "gen-derive", "gen-vars");

    private final Path checkout;

    private Conformance(Path checkout) {
        this.checkout = checkout;
    }

    /** {@code CHECKOUT [--details]}; with details, says of each case that fails what was expected and what came. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("usage: tools/conformance CHECKOUT [--details]");
            System.exit(2);
        }
        boolean details = arguments.length > 1 && arguments[1].equals("--details");
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        report(out, new Conformance(Path.of(arguments[0])).run(), details);
        out.flush();
    }

    private List<Tally> run() {
        List<Tally> tallies = new ArrayList<>();
        Path language = checkout.resolve("nix/tests/functional");
        if (Files.isDirectory(language)) {
            tallies.addAll(new LanguageSuite(language).run());
        }
        Path lib = checkout.resolve("nixpkgs-lib/lib");
        if (Files.isDirectory(lib)) {
            tallies.add(LibrarySuite.run(lib));
            tallies.add(new Tally(
                    "nixpkgs lib: scripts",
                    Stream.of("network.sh", "debug.sh")
                            .map(script -> new ShellSuite(lib.resolve("tests").resolve(script)).whole())
                            .toList()));
            tallies.add(new ShellSuite(lib.resolve("tests/modules.sh")).counted());
        }
        for (String library : GEN_LIBRARIES) {
            if (Files.isDirectory(checkout.resolve(library))) {
                tallies.add(new GenSuite(checkout, library).run());
            }
        }
        return tallies;
    }

    private static void report(PrintStream out, List<Tally> tallies, boolean details) {
        out.println("| suite | cases | agree |");
        out.println("|---|---:|---:|");
        for (Tally tally : tallies) {
            out.println("| " + tally.suite() + " | " + tally.outcomes().size() + " | " + tally.passed() + " |");
        }
        for (Tally tally : tallies) {
            if (!tally.failures().isEmpty()) {
                out.println("\n" + tally.suite() + ", not:");
            }
            for (Outcome failure : tally.failures()) {
                out.println("- " + failure.name());
                if (details) {
                    out.println(failure.detail().indent(4).stripTrailing());
                }
            }
        }
    }
}
