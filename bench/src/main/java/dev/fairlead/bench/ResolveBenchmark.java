package dev.fairlead.bench;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolve.FleetResolver;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How long reading and resolving a generated fleet takes in a warm process, and how that grows. */
final class ResolveBenchmark {
    private static final int WARM_UP = 10;
    private static final int RUNS = 9;

    private ResolveBenchmark() {}

    /** Writes a fleet of a size into a directory. */
    interface Generator {
        void write(Path directory, int size) throws IOException;
    }

    /** Measures fleets of these sizes and prints a row for each. */
    static void run(PrintStream out, Generator generator, int... sizes) throws IOException, UnreadableFleetException {
        Path directory = Files.createTempDirectory("fairlead-bench");
        out.println("| services | median ms | µs per service | findings |");
        out.println("|---:|---:|---:|---:|");
        for (int size : sizes) {
            Path fleet = directory.resolve("fleet-" + size);
            generator.write(fleet, size);
            for (int i = 0; i < WARM_UP; i++) {
                resolve(fleet);
            }
            long[] nanos = new long[RUNS];
            int services = 0;
            int findings = 0;
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                Resolution resolution = resolve(fleet);
                nanos[i] = System.nanoTime() - start;
                services = resolution.services().size();
                findings = resolution.findings().size();
            }
            Arrays.sort(nanos);
            double median = nanos[RUNS / 2] / 1e6;
            out.printf("| %d | %.0f | %.1f | %d |%n", services, median, median * 1000 / services, findings);
        }
    }

    static Resolution resolve(Path fleet) throws UnreadableFleetException {
        return FleetResolver.resolve(FleetFiles.read(fleet, Options.DEFAULT, new Language(Nix::evaluator, Lib::of)));
    }
}
