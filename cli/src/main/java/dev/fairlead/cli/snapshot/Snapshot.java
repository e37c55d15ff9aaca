package dev.fairlead.cli.snapshot;

/**
 * A resolution that was kept.
 *
 * @param id the SHA-256 of its JSON, as 64 hexadecimal digits
 * @param words what it was when it was kept: {@code home: 21 services, 3 hosts, 0 errors}
 */
public record Snapshot(String id, String words) {
    private static final int SHOWN = 12;

    /** As much of the id as people read. */
    public String shortId() {
        return id.substring(0, SHOWN);
    }
}
