package dev.fairlead.diagram.ir;

/** In a difference of two diagrams: what became of something. */
public enum Origin {
    /** Only in the old one. */
    OLD("−", "removed"),
    /** Only in the new one. */
    NEW("+", "added"),
    CHANGED("~", "changed"),
    MOVED(">", "moved"),
    RENAMED("=", "renamed"),
    /** Equal in both. */
    BOTH("", "");

    private final String sign;
    private final String words;

    Origin(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** One character; empty for what is equal on both sides. */
    public String sign() {
        return sign;
    }

    /** The word for it. */
    public String words() {
        return words;
    }

    /** How it is told without colour: {@code +added}; empty for what is equal on both sides. */
    public String mark() {
        return sign + words;
    }
}
