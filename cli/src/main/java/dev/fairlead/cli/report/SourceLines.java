package dev.fairlead.cli.report;

import org.jspecify.annotations.Nullable;

/** The text of the files that places of findings name. */
public interface SourceLines {
    /** Knows no file. */
    SourceLines NONE = (file, line) -> null;

    /**
     * One line, without its line break.
     *
     * @param file as {@code Place} names it
     * @param line from 1
     * @return null if there is no such file or line, or it cannot be read
     */
    @Nullable
    String line(String file, int line);
}
