package dev.fairlead.cli;

import dev.fairlead.diagram.filter.Chosen;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.select.Selection;
import dev.fairlead.fleet.select.SelectionException;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Evaluates selectors that somebody types, on a command line or in a page. None of them sees files or the environment. */
interface TypedSelector {
    Language LANGUAGE = new Language(Nix::evaluator, Lib::of);

    /** What it chooses. */
    Chosen choose(Resolution resolution, String expression) throws SelectionException;

    /** Those of a command line take as long as their user has patience, and may trace. */
    TypedSelector OF_COMMAND = (resolution, expression) ->
            Chosen.of(resolution, Selection.of(resolution, expression, "--select", LANGUAGE, Options.DEFAULT));

    /** Those of a page must not keep the server from its work: one at a time, for so long, in so much memory. */
    final class OfPage implements TypedSelector {
        private static final Duration LONGEST = Duration.ofSeconds(3);
        private static final long MOST_BYTES = 256L << 20;
        private static final int DEEPEST = 2_000;

        private final ReentrantLock turn = new ReentrantLock();

        @Override
        public Chosen choose(Resolution resolution, String expression) throws SelectionException {
            turn.lock();
            try {
                return Chosen.of(
                        resolution, Selection.of(resolution, expression, "the expression", LANGUAGE, limits()));
            } finally {
                turn.unlock();
            }
        }

        /** Beyond the memory that the fleet and its pictures hold already. */
        private static Options limits() {
            Runtime runtime = Runtime.getRuntime();
            return Options.DEFAULT
                    .withMaxCallDepth(DEEPEST)
                    .withTimeout(LONGEST)
                    .withMaxMemory(runtime.totalMemory() - runtime.freeMemory() + MOST_BYTES)
                    .withTrace(_ -> {});
        }
    }
}
