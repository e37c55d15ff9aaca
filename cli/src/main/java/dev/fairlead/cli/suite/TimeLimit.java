package dev.fairlead.cli.suite;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How long each test may take, and the clock that says when it is over. */
final class TimeLimit implements AutoCloseable {
    private final Duration time;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("time limit").factory());

    TimeLimit(Duration time) {
        this.time = time;
    }

    /** Does something when the time is over, unless the result is cancelled before. */
    ScheduledFuture<?> start(Runnable end) {
        return clock.schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is said of a test that took longer. */
    String sentence() {
        String seconds =
                time.toMillisPart() == 0 ? Long.toString(time.toSeconds()) : Double.toString(time.toMillis() / 1000.0);
        return "stopped after " + seconds + (seconds.equals("1") ? " second" : " seconds") + " (--timeout)";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
