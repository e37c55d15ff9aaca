package dev.fairlead.diagram.ir;

/** In a difference of two diagrams: which side something comes from. */
public enum Origin {
    OLD("removed"),
    NEW("added"),
    CHANGED("changed"),
    BOTH("");

    private final String words;

    Origin(String words) {
        this.words = words;
    }

    /** How it is told without colour; empty for what is equal on both sides. */
    public String words() {
        return words;
    }
}
