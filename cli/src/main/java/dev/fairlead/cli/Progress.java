package dev.fairlead.cli;

import java.time.Duration;

/**
 * Tells a person at a terminal what takes long: one line on standard error, after a second of work, wiped when it is
 * done. Costs a sleeping thread; whether there is a terminal is only asked when there is something to tell.
 */
final class Progress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Back to the start of the line, and wipe it. */
    private static final String WIPE = "\r\u001b[K";

    private final Thread teller;

    private Progress(String work, Console console) {
        teller = Thread.ofPlatform().daemon().name("progress").unstarted(() -> tell(work, console));
    }

    /** Begins to watch work that is done when the result is closed. */
    static Progress of(String work, Console console) {
        Progress progress = new Progress(work, console);
        progress.teller.start();
        return progress;
    }

    private static void tell(String work, Console console) {
        boolean told = false;
        try {
            Thread.sleep(PATIENCE);
            if (!console.terminal().getAsBoolean()) {
                return;
            }
            for (int seconds = 1; true; seconds++) {
                told = true;
                console.err().print(WIPE + work + " ... " + seconds + " s");
                console.err().flush();
                Thread.sleep(PATIENCE);
            }
        } catch (InterruptedException done) {
            if (told) {
                console.err().print(WIPE);
                console.err().flush();
            }
        }
    }

    @Override
    public void close() {
        teller.interrupt();
        try {
            teller.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
