package dev.fairlead.fleet.incremental;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which hosts an edit reaches: those that an edit of the same definitions reached last. Who edits tries this value
 * and that, and a right guess saves finding it out by resolving what was edited alone. A wrong one costs time, and nothing
 * else: the part of the fleet is then larger than it need be.
 */
final class Foresight {
    private static final int MOST = 100;

    private final Path root;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Map<String, Set<String>>, Reach> reached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, Set<String>>, Reach> eldest) {
            return size() > MOST;
        }
    };

    /** The paths of the definitions that were edited last, by file; null if that is not known. */
    private @Nullable Map<String, Set<String>> edited;

    /** @param root the directory of the fleet */
    Foresight(Path root) {
        this.root = root;
    }

    /** How far an edit of some files is likely to reach. */
    Reach of(Set<String> files) {
        var differences = new TreeMap<String, Set<String>>();
        try {
            for (String file : files) {
                String now = Bytes.of(Files.readAllBytes(root.resolve(file)));
                String before = texts.put(file, now);
                if (before != null) {
                    differences.put(file, Differences.between(before, now));
                }
            }
        } catch (IOException | SyntaxException unreadable) {
            differences.clear();
        }
        edited = differences.keySet().equals(files) ? differences : null;
        return edited == null ? Reach.NOWHERE : reached.getOrDefault(edited, Reach.NOWHERE);
    }

    /** Takes note of how far that edit reached. */
    void learn(Reach reach) {
        if (edited != null) {
            reached.put(edited, reach);
        }
    }
}
