package dev.fairlead.cli.lock;

import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The lock of the fleet in a directory. */
public final class LockFile {
    private static final String PREFIX = "." + Lock.FILE + ".";
    private static final String SUFFIX = ".tmp";

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
     * Puts a lock in the place of what the file holds. If this is killed, or the machine stops, the file holds the old
     * lock or the new one: the new one is written beside it, and takes its name once the disk has all of it.
     *
     * @throws IOException if it cannot be written; the old lock is then still there
     */
    public void write(Lock lock) throws IOException {
        sweep();
        Path temporary = directory.resolve(PREFIX + ProcessHandle.current().pid() + SUFFIX);
        try {
            disk.write(temporary, LockJson.write(lock));
            disk.rename(temporary, target());
            disk.syncNames(directory);
        } catch (IOException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
    }

    /** The file itself if the lock is a link, which stays one. */
    private Path target() throws IOException {
        Path file = directory.resolve(Lock.FILE);
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    /** Removes what runs left behind that were killed. What belongs to a process that still runs is left to it. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                String name = file.getFileName().toString();
                String pid =
                        name.substring(PREFIX.length(), Math.max(PREFIX.length(), name.length() - SUFFIX.length()));
                if (pid.matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
