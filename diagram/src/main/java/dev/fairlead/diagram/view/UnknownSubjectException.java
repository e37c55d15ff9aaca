package dev.fairlead.diagram.view;

import java.util.List;

/** Thrown where a view is asked about something that the fleet has not. */
public final class UnknownSubjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<String> known;

    UnknownSubjectException(String kind, String name, List<String> known) {
        super("the fleet has no " + kind + " '" + name + "'");
        this.name = name;
        this.known = List.copyOf(known);
    }

    /** What was asked about. */
    public String name() {
        return name;
    }

    /** What could have been meant. */
    public List<String> known() {
        return known;
    }
}
