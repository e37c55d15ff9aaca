package dev.fairlead.cli;

import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.document.ResolutionReader;
import dev.fairlead.cli.snapshot.SnapshotException;
import dev.fairlead.cli.snapshot.SnapshotFolder;
import dev.fairlead.fleet.resolution.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A fleet at some time, as a word of the command line names it: a directory, a file that {@code resolve} wrote, a revision
 * {@code git:REV}, or a snapshot {@code snapshot:deployed}.
 */
final class Versions {
    /** What help pages say of such a word. */
    static final String MEANING = "a fleet, a file that resolve wrote, git:REV[:PATH], or snapshot:NAME";

    private static final String SNAPSHOT = "snapshot:";

    private final Call call;
    /** Where the snapshots are. */
    private final Path fleet;

    Versions(Call call, Path fleet) {
        this.call = call;
        this.fleet = fleet;
    }

    /** Two versions; of two files, both are read at once. */
    List<Resolution> both(String one, String other) {
        if (!isFile(one) || !isFile(other)) {
            return List.of(named(one), named(other));
        }
        var reading = new FutureTask<>(() -> named(other));
        Thread.ofPlatform().daemon().start(reading);
        Resolution first = named(one);
        try {
            return List.of(first, reading.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnusableInputException(other + " was not read to its end");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private boolean isFile(String word) {
        return !word.startsWith(SNAPSHOT) && !Revisions.isMeant(word) && Files.isRegularFile(call.path(word));
    }

    /** @throws UnusableInputException if there is nothing that can be read */
    Resolution named(String word) {
        if (word.startsWith(SNAPSHOT)) {
            return snapshot(word.substring(SNAPSHOT.length()));
        }
        Path path = call.fleetPath(word);
        // The inventory of a Clan is a file too, and then it is what was asked for.
        if (!Files.isRegularFile(path) || call.arguments().has(StandardOptions.FROM)) {
            return call.open(word).resolution();
        }
        try {
            return ResolutionReader.read(path);
        } catch (IOException unreadable) {
            throw new UnusableInputException(word + " cannot be read: " + unreadable.getMessage());
        } catch (DocumentException damaged) {
            throw new UnusableInputException(word + " " + damaged.getMessage());
        }
    }

    Resolution snapshot(String name) {
        try {
            return SnapshotFolder.in(fleet).read(name);
        } catch (SnapshotException unusable) {
            throw new UnusableInputException(String.valueOf(unusable.getMessage()));
        }
    }
}
