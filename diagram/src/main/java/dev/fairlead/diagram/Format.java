package dev.fairlead.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages pictures are written in, the usual one first. */
public enum Format {
    MERMAID("mmd"),
    DOT("dot"),
    PLANTUML("puml"),
    C4_PLANTUML("c4.puml"),
    STRUCTURIZR("dsl"),
    SVG("svg"),
    HTML("html"),
    JSON("json"),
    MARKDOWN("md"),
    TEXT("txt");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** Its name, as people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How the names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Format::text).toList();
    }

    /** The format with a name. */
    public static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(name))
                .findFirst();
    }
}
