package dev.fairlead.fleet.claim;

/** Ports from {@code first} to {@code last}, both included. */
record PortRange(int first, int last) {
    static final int LEAST = 1;
    static final int MOST = 65_535;

    static PortRange of(int port) {
        return new PortRange(port, port);
    }

    boolean overlaps(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    /** {@code 80} or {@code 8000-8010}. */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
