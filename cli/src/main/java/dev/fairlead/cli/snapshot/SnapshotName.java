package dev.fairlead.cli.snapshot;

import java.util.Locale;

/** The names that snapshots are found by. */
public enum SnapshotName {
    /** The last one that was kept. */
    LATEST("fairlead snapshot"),
    /** The last one that was said to be deployed. */
    DEPLOYED("fairlead snapshot --deployed");

    private final String command;

    SnapshotName(String command) {
        this.command = command;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What gives a snapshot this name. */
    String command() {
        return command;
    }
}
