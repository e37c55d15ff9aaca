package dev.fairlead.bench;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.FunctionValue;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How long evaluating a program takes in a warm process, from reading its files to the printed value. Each run has an
 * evaluator of its own, so nothing but compiled code is left from the one before.
 */
final class EvalBenchmark {
    private static final int WARM_UP = 40;
    private static final int RUNS = 25;

    private final Options options;
    private final Path file;

    private EvalBenchmark(Options options, Path file) {
        this.options = options;
        this.file = file;
    }

    /**
     * Measures programs and prints a row for each.
     *
     * @param arguments {@code NAME=PATH} for what {@code <NAME>} means, and the files of the programs
     */
    static void run(PrintStream out, List<String> arguments) {
        List<SearchPathEntry> searchPath = arguments.stream()
                .filter(argument -> argument.contains("="))
                .map(EvalBenchmark::searchPathEntry)
                .toList();
        out.println("| program | least CPU ms | median CPU ms | median ms |");
        out.println("|---|---:|---:|---:|");
        for (String argument : arguments) {
            if (!argument.contains("=")) {
                new EvalBenchmark(Options.DEFAULT.withSearchPath(searchPath), Path.of(argument)).measure(out);
            }
        }
    }

    private static SearchPathEntry searchPathEntry(String argument) {
        int equals = argument.indexOf('=');
        return new SearchPathEntry(
                Bytes.encode(argument.substring(0, equals)), Bytes.encode(argument.substring(equals + 1)));
    }

    private void measure(PrintStream out) {
        for (int i = 0; i < WARM_UP; i++) {
            evaluate();
        }
        long[] nanos = new long[RUNS];
        long[] cpuNanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            cpuNanos[i] = evaluate();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        Arrays.sort(cpuNanos);
        out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                file.getFileName(), cpuNanos[0] / 1e6, cpuNanos[RUNS / 2] / 1e6, nanos[RUNS / 2] / 1e6);
    }

    /** The CPU time that the evaluating thread took, in nanoseconds. */
    private long evaluate() {
        Evaluator evaluator = Nix.evaluator(options);
        return evaluator.run(() -> {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Value value = evaluator.evalFile(file);
            // A program that takes arguments has defaults for all
            Value called = value instanceof FunctionValue function ? function.call(AttrsValue.EMPTY) : value;
            if (Printer.printStrict(called).isEmpty()) {
                throw new IllegalStateException("nothing was printed");
            }
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        });
    }
}
