package dev.fairlead.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something when a time has passed, unless it is closed before. */
final class Deadline implements AutoCloseable {
    private final Runnable end;
    private boolean closed;

    private Deadline(Runnable end) {
        this.end = end;
    }

    static Deadline in(Duration time, Runnable end) {
        var deadline = new Deadline(end);
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(deadline::pass);
        return deadline;
    }

    private synchronized void pass() {
        if (!closed) {
            end.run();
        }
    }

    /** From here on nothing is done; what was begun before is done. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
