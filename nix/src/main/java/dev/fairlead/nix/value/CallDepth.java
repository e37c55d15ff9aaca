package dev.fairlead.nix.value;

/**
 * How deeply an evaluation nests. Values can be infinitely deep, so whatever follows them down counts its steps with the
 * calls of the program. The thread that evaluates implements this; on others nothing is counted.
 */
public interface CallDepth {
    /**
     * Enters one level.
     *
     * @throws EvalException if the limit is reached; the level is not entered then
     */
    void descend();

    /** Leaves a level that was entered. */
    void ascend();

    /** Enters a level on the current thread, to be left by {@link #leave}. */
    static void enter() {
        if (Thread.currentThread() instanceof CallDepth thread) {
            thread.descend();
        }
    }

    /** Leaves a level on the current thread. */
    static void leave() {
        if (Thread.currentThread() instanceof CallDepth thread) {
            thread.ascend();
        }
    }
}
