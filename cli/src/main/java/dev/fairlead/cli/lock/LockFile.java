package dev.fairlead.cli.lock;

import dev.fairlead.cli.disk.Disk;
import dev.fairlead.cli.disk.WholeFile;
import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The lock of the fleet in a directory. */
public final class LockFile {
    private final Path directory;
    private final Disk disk;

    LockFile(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** The lock of the fleet in a directory. */
    public static LockFile in(Path directory) {
        return new LockFile(directory, Disk.REAL);
    }

    /** What the file holds. A file that is no lock is a finding, not a failure. */
    public Locked read() {
        Path file = directory.resolve(Lock.FILE);
        try {
            return new Locked.Present(LockJson.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return new Locked.Absent();
        } catch (IOException unreadable) {
            return damaged(new DamagedLockException("cannot be read", 1, 1));
        } catch (DamagedLockException damaged) {
            return damaged(damaged);
        }
    }

    private static Locked damaged(DamagedLockException damaged) {
        int line = Math.max(1, damaged.line());
        int column = Math.max(1, damaged.column());
        return new Locked.Unreadable(
                Finding.of(FindingId.LOCK_DAMAGED, Lock.FILE + " " + damaged.getMessage() + ", so it is left as it is.")
                        .at(new Place(Lock.FILE, line, column, line, column + 1))
                        .fix(
                                damaged.isNewer()
                                        ? "use that version of Fairlead"
                                        : "restore it from version control; without it, fairlead lock chooses all ports anew")
                        .build());
    }

    /**
     * Puts a lock in the place of what the file holds, as a whole or not at all.
     *
     * @throws IOException if it cannot be written; the old lock is then still there
     */
    public void write(Lock lock) throws IOException {
        new WholeFile(directory.resolve(Lock.FILE), disk).write(LockJson.write(lock));
    }
}
