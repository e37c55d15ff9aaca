package dev.fairlead.cli;

import dev.fairlead.cli.git.GitException;
import dev.fairlead.cli.git.Revision;
import dev.fairlead.cli.git.RevisionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The revisions that one run reads, in a temporary folder that is removed at its end. */
final class Revisions implements AutoCloseable {
    private final Console console;
    private final Map<String, Path> places = new HashMap<>();
    /** For a run that is interrupted. */
    private final Thread hook = new Thread(this::remove);

    private @Nullable Path folder;

    Revisions(Console console) {
        this.console = console;
    }

    /**
     * Where the files of a revision are.
     *
     * @param word {@code git:REV[:PATH]}
     * @param from the folder whose repository is meant
     */
    Path place(String word, Path from) {
        Path known = places.get(word);
        if (known != null) {
            return known;
        }
        try (Progress _ = Progress.of("reading " + word, console)) {
            Path empty = Files.createDirectory(folder().resolve(String.valueOf(places.size())));
            RevisionFolder read = RevisionFolder.of(word, from, empty);
            read.leftOut().forEach(console::complain);
            places.put(word, read.place());
            return read.place();
        } catch (GitException failed) {
            throw new UnusableInputException(String.valueOf(failed.getMessage()));
        } catch (IOException failed) {
            throw new UnusableInputException("no temporary folder can be made for " + word + ": " + failed);
        }
    }

    /** A sentence in which the temporary folders are called what the command line calls them. */
    String named(String sentence) {
        String named = sentence;
        for (Map.Entry<String, Path> place : places.entrySet()) {
            named = named.replace(place.getValue().toString(), place.getKey());
        }
        return named;
    }

    private Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory("fairlead-").toRealPath();
            folder = known;
            Runtime.getRuntime().addShutdownHook(hook);
        }
        return known;
    }

    static boolean isMeant(String word) {
        return Revision.isMeant(word);
    }

    @Override
    public void close() {
        if (folder != null && Runtime.getRuntime().removeShutdownHook(hook)) {
            remove();
        }
    }

    private void remove() {
        Path known = folder;
        if (known == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(known)) {
            List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inner) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            console.complain("the temporary folder " + known + " cannot be removed: " + left);
        }
    }
}
