package dev.fairlead.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the sources of Fairlead are while the tests run. */
public final class Repository {
    private Repository() {}

    /**
     * The folder of the root {@code pom.xml}: the system property {@code fairlead.root}, which the build sets, or, for a
     * test that an editor starts, the nearest folder above the working directory that has a {@code .mvn}.
     */
    public static Path root() {
        String property = System.getProperty("fairlead.root");
        if (property != null && !property.isBlank()) {
            return Path.of(property).toAbsolutePath().normalize();
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " is the repository; set -Dfairlead.root");
    }

    /** The folder of the module whose tests run. Surefire names it in {@code basedir}. */
    public static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }
}
