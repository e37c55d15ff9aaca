package dev.fairlead.diagram.filter;

import java.util.List;

/** Thrown where the neighbourhood of something is asked for that is not in the picture. */
public final class NothingNearException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<String> known;

    NothingNearException(String name, List<String> known) {
        super("nothing in the picture is called '" + name + "'");
        this.name = name;
        this.known = List.copyOf(known);
    }

    /** What was asked for. */
    public String name() {
        return name;
    }

    /** What is in the picture. */
    public List<String> known() {
        return known;
    }
}
