package dev.fairlead.bench;

import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.incremental.IncrementalResolver;
import dev.fairlead.fleet.incremental.IncrementalResolver.Update;
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
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How long a running process takes to resolve a fleet again after one host was edited, and then again and again, in turns
 * with resolving all of it. Both results are compared outside of what is timed.
 */
final class EditBenchmark {
    private static final int WARM_UP = 12;
    private static final int RUNS = 15;
    private static final int EDITS = 8;
    private static final String HOST = "modules/hosts/h0007.nix";
    private static final Locked NO_LOCK = new Locked.Absent();

    /** What is edited: the file of a host, in one of two ways. */
    private enum Edit {
        OWN("a setting that only the host itself reads"),
        PORT("a port, which others get through a channel and write into their content"),
        INCLUDE("an include more or less, which emits into that channel");

        private final String text;

        Edit(String text) {
            this.text = text;
        }

        String apply(String file, int run) {
            return switch (this) {
                case OWN -> file.replace("{ port", "{ workers = " + (5 + (run & 1)) + "; port");
                case PORT -> file.replace("port = 90", "port = 9" + (run & 1));
                case INCLUDE -> (run & 1) == 0 ? file : file.replace("includes = [", "includes = [ den.aspects.a00");
            };
        }
    }

    private final Path fleet;
    private final Path edited;
    private final String text;

    private EditBenchmark(Path fleet) throws IOException {
        this.fleet = fleet;
        this.edited = fleet.resolve(HOST);
        this.text = Files.readString(edited);
    }

    /** Measures fleets of so many hosts and prints a row for each edit. */
    static void run(PrintStream out, int... sizes) throws IOException, UnreadableFleetException {
        Path directory = Files.createTempDirectory("fairlead-bench");
        out.println("| edited | hosts | resolved again | whole, median ms | edit, median ms | the first after a whole |"
                + " whole / edit |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        for (Edit edit : Edit.values()) {
            for (int hosts : sizes) {
                Path fleet = directory.resolve("edited-" + hosts);
                CoordinatedFleet.write(fleet, hosts);
                out.printf("| %s | %d ", edit.text, hosts);
                var benchmark = new EditBenchmark(fleet);
                benchmark.measure(out, run -> edit.apply(benchmark.text, run));
            }
        }
    }

    private void measure(PrintStream out, IntFunction<String> texts) throws IOException, UnreadableFleetException {
        var resolver = new IncrementalResolver(read(), NO_LOCK);
        var whole = new double[RUNS];
        var first = new double[RUNS];
        var edits = new double[RUNS * EDITS];
        int again = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            Files.writeString(edited, texts.apply(run));
            long start = System.nanoTime();
            Resolution expected = FleetResolver.resolve(read());
            double wholeTook = since(start);
            for (int edit = 0; edit < EDITS; edit++) {
                // The last of them makes the text what it was for the whole
                Files.writeString(edited, texts.apply(run + edit + 1));
                start = System.nanoTime();
                Update update = resolver.update(Set.of(HOST), NO_LOCK, this::read);
                double took = since(start);
                if (update.reason().isPresent()) {
                    throw new IllegalStateException("the whole fleet was resolved: " + update.reason());
                }
                if (run >= 0) {
                    edits[run * EDITS + edit] = took;
                    again = update.hosts();
                }
            }
            if (!resolver.resolution().equals(expected)) {
                throw new IllegalStateException("not what the whole fleet is");
            }
            if (run >= 0) {
                whole[run] = wholeTook;
                first[run] = edits[run * EDITS];
            }
        }
        double median = median(whole);
        double edit = median(edits);
        out.printf("| %d | %.0f | %.1f | %.1f | %.0f |%n", again, median, edit, median(first), median / edit);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double... times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private FleetInput read() throws UnreadableFleetException {
        return FleetFiles.read(fleet, Options.DEFAULT, new Language(Nix::evaluator, Lib::of));
    }
}
