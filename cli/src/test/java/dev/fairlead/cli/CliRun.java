package dev.fairlead.cli;

import dev.fairlead.nix.syntax.ExperimentalFeature;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs of the command line within the test, with all that they see and print. */
final class CliRun {
    /** What a run came to. */
    record Result(int exit, String out, String err) {}

    /** A fleet that is where nobody put one. */
    @FunctionalInterface
    interface Pretended extends Fleets {
        @Override
        default Fleet check(Path place, Form form) {
            return open(place, form);
        }

        @Override
        default Alternatives alternatives(Path place, Form form) {
            throw new AssertionError("only fleets in files have alternatives");
        }

        @Override
        default Fleets with(Set<ExperimentalFeature> features) {
            return this;
        }

        @Override
        default FollowedFleet follow(Path place) {
            throw new AssertionError("only fleets in files are edited");
        }
    }

    private final @Nullable Fleets fleets;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;

    CliRun(@Nullable Pretended fleets) {
        this.fleets = fleets;
    }

    /** With the fleets that there are, not pretended ones. */
    static CliRun whole() {
        return new CliRun(null);
    }

    CliRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CliRun onTerminal() {
        terminal = true;
        return this;
    }

    Result run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream outPrinter = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errPrinter = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            Console console = new Console(
                    InputStream.nullInputStream(),
                    outPrinter,
                    errPrinter,
                    environment,
                    () -> terminal,
                    Path.of("").toAbsolutePath());
            Fleets opened = fleets == null ? new FleetPipeline(console) : fleets;
            int exit = new Cli(console, opened).run(List.of(words));
            outPrinter.flush();
            errPrinter.flush();
            return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
