package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Memo;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a position of the evaluator: the file relative to the fleet directory, columns in characters, and
 * the end of what stands there, which a position does not say and {@link TokenEnd} reads from the text. Safe for use by
 * several threads.
 */
public final class Places {
    private final Sources sources;
    private final String prefix;
    private final Map<Source, Known> known = new ConcurrentHashMap<>();

    /** What is computed once for a source. */
    private record Known(String file, CharacterColumns columns) {}

    private record OfFleet(Sources sources, Path root) implements Memo.Question<Places> {
        @Override
        public Places answer() {
            return new Places(sources, root);
        }
    }

    /** Those of the files of a fleet. */
    public static Places of(FleetInput fleet) {
        Evaluator evaluator = fleet.evaluator();
        return evaluator.memo().of(new OfFleet(evaluator.sources(), fleet.root()));
    }

    /** @param root the fleet directory, absolute */
    public Places(Sources sources, Path root) {
        this.sources = sources;
        this.prefix = Bytes.encode(root.toString() + "/");
    }

    /** The place of the token or attribute path at a position, or null for position 0 and for what is in no file. */
    public @Nullable Place at(int position) {
        Source source = sources.sourceOf(position);
        if (source == null || !isFile(source)) {
            return null;
        }
        int offset = position - source.position(0);
        return between(source, offset, TokenEnd.after(source.text(), offset));
    }

    /** The place of the bytes from {@code start} to before {@code end}. */
    public Place between(Source source, int start, int end) {
        Location bytes = source.locate(start, end);
        Known of = known.computeIfAbsent(source, key -> new Known(file(key.name()), new CharacterColumns(key)));
        CharacterColumns characters = of.columns();
        return new Place(
                of.file(),
                bytes.line(),
                characters.between(start - bytes.column() + 1, start) + 1,
                bytes.endLine(),
                characters.between(end - bytes.endColumn() + 1, end) + 1);
    }

    /** True if a position lies in a file, not in what Fairlead itself brings or in a text that has no file. */
    public boolean isInFile(int position) {
        Source source = sources.sourceOf(position);
        return source != null && isFile(source);
    }

    /** What Fairlead itself brings is called {@code <lib/...>} and the like. */
    private static boolean isFile(Source source) {
        return source.name().startsWith("/");
    }

    /**
     * What findings call a file.
     *
     * @param path absolute (a byte string)
     */
    public String file(String path) {
        return Bytes.decode(path.startsWith(prefix) ? path.substring(prefix.length()) : path);
    }

    /** The folder of a source, as if the fleet were at the top of the disk (a byte string). */
    public String folder(Source source) {
        String folder = source.directory() + "/";
        return folder.startsWith(prefix) ? folder.substring(prefix.length() - 1) : folder;
    }

    /** A text in which the paths of files of the fleet are relative. */
    String relative(String text) {
        return text.replace(Bytes.decode(prefix), "");
    }

    /** A place for what concerns a file as a whole. */
    public static Place wholeFile(String file) {
        return new Place(file, 1, 1, 1, 1);
    }
}
