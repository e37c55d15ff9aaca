package dev.fairlead.bench;

import dev.fairlead.fleet.FleetResolver;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.FleetInput;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.incremental.IncrementalResolver;
import dev.fairlead.fleet.incremental.IncrementalResolver.Update;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * How long a running process takes to resolve a fleet again after one host was edited, in turns with resolving all of it.
 * Each edit changes a setting that others read through a channel.
 */
final class EditBenchmark {
    private static final int WARM_UP = 6;
    private static final int RUNS = 9;
    private static final Locked NO_LOCK = new Locked.Absent();

    private final Path fleet;
    private final Path edited;
    private final String text;

    private EditBenchmark(Path fleet) throws IOException {
        this.fleet = fleet;
        this.edited = fleet.resolve("modules/hosts/h0007.nix");
        this.text = Files.readString(edited);
    }

    /** Measures fleets of so many hosts and prints a row for each. */
    static void run(PrintStream out, int... sizes) throws IOException, UnreadableFleetException {
        Path directory = Files.createTempDirectory("fairlead-bench");
        out.println("| hosts | resolved again | whole, median ms | edit, median ms | whole / edit |");
        out.println("|---:|---:|---:|---:|---:|");
        for (int hosts : sizes) {
            Path fleet = directory.resolve("edited-" + hosts);
            CoordinatedFleet.write(fleet, hosts);
            new EditBenchmark(fleet).measure(out, hosts);
        }
    }

    private void measure(PrintStream out, int hosts) throws IOException, UnreadableFleetException {
        var resolver = new IncrementalResolver(read(), NO_LOCK);
        var whole = new double[RUNS];
        var edit = new double[RUNS];
        int again = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            Files.writeString(edited, text.replace("port = 90", "port = 9" + (run & 1)));
            long start = System.nanoTime();
            Resolution expected = FleetResolver.resolve(read());
            long middle = System.nanoTime();
            Update update = resolver.update(Set.of("modules/hosts/h0007.nix"), NO_LOCK, this::read);
            long end = System.nanoTime();
            if (!update.resolution().equals(expected) || update.reason().isPresent()) {
                throw new IllegalStateException("not what the whole fleet is: " + update.reason());
            }
            if (run >= 0) {
                whole[run] = (middle - start) / 1e6;
                edit[run] = (end - middle) / 1e6;
                again = update.hosts();
            }
        }
        Arrays.sort(whole);
        Arrays.sort(edit);
        double median = whole[RUNS / 2];
        out.printf("| %d | %d | %.0f | %.1f | %.0f |%n", hosts, again, median, edit[RUNS / 2], median / edit[RUNS / 2]);
    }

    private FleetInput read() throws UnreadableFleetException {
        return FleetFiles.read(fleet, Options.DEFAULT, new Language(Nix::evaluator, Lib::of));
    }
}
