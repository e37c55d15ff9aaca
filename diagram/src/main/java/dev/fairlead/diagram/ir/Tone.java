package dev.fairlead.diagram.ir;

/** What a node or an edge wants to say beyond its label. Of two that are drawn as one, the later shows. */
public enum Tone {
    PLAIN(""),
    /** It is drawn only because something here is connected to it. */
    OUTSIDE(""),
    /** It should be kept by somebody and is not. */
    UNCOVERED("not covered"),
    /** Something it depends on could not be evaluated. */
    UNKNOWN("unknown"),
    /** Several could be meant. */
    AMBIGUOUS("ambiguous"),
    /** Two claim the same. */
    CONFLICT("conflict"),
    /** It closes a circle. */
    CYCLE("cycle"),
    /** It should be there and is not. */
    MISSING("missing");

    private final String words;

    Tone(String words) {
        this.words = words;
    }

    /** How it is told without colour; empty where there is nothing to tell. */
    public String words() {
        return words;
    }

    /** Whether somebody should look at it. */
    public boolean isProblem() {
        return this != PLAIN && this != OUTSIDE;
    }

    /** The one of two that shows where both are drawn as one. */
    public Tone or(Tone other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
