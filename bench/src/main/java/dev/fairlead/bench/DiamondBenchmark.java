package dev.fairlead.bench;

import dev.fairlead.scope.Query;
import dev.fairlead.scope.Resolver;
import dev.fairlead.scope.ScopeGraph;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;

/** How long one query takes on stacked diamonds, in which the number of paths doubles with each. */
final class DiamondBenchmark {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 999;

    private DiamondBenchmark() {}

    /** Measures a stack of diamonds, three scopes each and one at the end, which declares what is asked for. */
    static void run(PrintStream out, int diamonds) {
        for (int i = 0; i < WARM_UP; i++) {
            ask(diamonds);
        }
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            ask(diamonds);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        out.printf(
                "%d scopes in %d diamonds: graph built and asked in %.3f ms (median of %d)%n",
                3 * diamonds + 1, diamonds, nanos[RUNS / 2] / 1e6, RUNS);
    }

    private static void ask(int diamonds) {
        var builder = ScopeGraph.<String>builder(Comparator.naturalOrder());
        for (int i = 0; i < diamonds; i++) {
            String top = "top" + i;
            String bottom = "top" + (i + 1);
            builder.scope(top).scope("left" + i).scope("right" + i);
            builder.imports(top, "left" + i).imports(top, "right" + i);
            builder.imports("left" + i, bottom).imports("right" + i, bottom);
        }
        builder.scope("top" + diamonds).declare("top" + diamonds, "dns", "service:dns");
        var answer = new Resolver<>(builder.build(), Query.TRANSITIVE_IMPORTS).resolve("top0", "dns");
        if (answer.single().isEmpty()) {
            throw new IllegalStateException("the end of the diamonds was not found");
        }
    }
}
