package dev.fairlead.fuzz;

/** A part of Fairlead that reads what others wrote. */
@FunctionalInterface
interface Target {
    /**
     * Reads an input.
     *
     * @throws RuntimeException or an error, if the part fails in any other way than the one it promises: that is a fault
     *     of ours
     */
    void read(byte[] input);
}
