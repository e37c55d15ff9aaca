package dev.fairlead.fleet.setting;

/**
 * What an aspect is called.
 *
 * @param path its path, which an inline aspect has too
 * @param written how messages call it: the path it is declared at, or where an inline one is written
 */
public record AspectName(String path, String written) {
    private static final String DECLARED = "den.aspects.";

    /** The name of an aspect that is declared at a path. */
    public static AspectName declared(String path) {
        return new AspectName(path, DECLARED + path);
    }

    /** Whether it is written where it is included: then no scope has settings for it. */
    boolean isInline() {
        return !written.startsWith(DECLARED);
    }

    /** How messages call its schema. */
    String settings() {
        return written + ".settings";
    }
}
