package dev.fairlead.nix.eval;

import dev.fairlead.nix.eval.Options.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches the time and the memory that an evaluation takes. The thread that waits for the evaluation looks here now and
 * then, so that the evaluation itself pays nothing for it.
 */
final class Watch {
    /** How long to wait between two looks. */
    static final Duration PAUSE = Duration.ofMillis(50);

    /** How long an evaluation that was stopped may take to notice. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Collecting garbage to measure what is in use may take a tenth of the time. */
    private static final int COLLECTION_SHARE = 10;

    private final Limits limits;
    private final long start = System.nanoTime();
    private long nextCollection = start;

    Watch(Limits limits) {
        this.limits = limits;
    }

    /** Which limit was passed, a sentence for {@link Evaluator#interrupt}; null if none was. */
    @Nullable
    String exceeded() {
        Duration time = limits.time();
        if (time != null && System.nanoTime() - start >= time.toNanos()) {
            return "evaluation was stopped after " + seconds(time);
        }
        Long memory = limits.memory();
        return memory != null && isInUse(memory) ? outgrown(memory) : null;
    }

    /** Why evaluation ends with an {@link OutOfMemoryError}: a value may outgrow the heap before anybody looks. */
    static String outOfMemory(Limits limits) {
        Long memory = limits.memory();
        long heap = Runtime.getRuntime().maxMemory();
        return memory != null && memory <= heap
                ? outgrown(memory)
                : "evaluation needs more than the " + (heap >> 20) + " MiB of memory that Java may use";
    }

    private static String outgrown(long memory) {
        return "evaluation needs more than " + (memory >> 20) + " MiB";
    }

    private static String seconds(Duration time) {
        boolean whole = time.toMillisPart() == 0;
        String number = whole ? Long.toString(time.toSeconds()) : Double.toString(time.toMillis() / 1000.0);
        return number + (number.equals("1") ? " second" : " seconds");
    }

    /** True if more than this many bytes are left when garbage is gone. Looks closely only when the heap is that full. */
    private boolean isInUse(long bytes) {
        if (heap() <= bytes || System.nanoTime() - nextCollection < 0) {
            return false;
        }
        long before = System.nanoTime();
        System.gc();
        long after = System.nanoTime();
        nextCollection = after + COLLECTION_SHARE * (after - before);
        return heap() > bytes;
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
