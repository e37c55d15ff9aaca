package dev.fairlead.cli.lock;

/** A lock that cannot be read; the message goes on after its name: {@code is not JSON}. */
final class DamagedLockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final boolean newer;

    DamagedLockException(String reason, int line, int column) {
        this(reason, line, column, false);
    }

    private DamagedLockException(String reason, int line, int column, boolean newer) {
        super(reason, null, false, false);
        this.line = line;
        this.column = column;
        this.newer = newer;
    }

    /** The same, of a lock that is whole and that a newer version understands. */
    DamagedLockException newer() {
        return new DamagedLockException(String.valueOf(getMessage()), line, column, true);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    boolean isNewer() {
        return newer;
    }
}
