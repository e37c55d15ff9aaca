package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.PathText;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.PathValue;

/** The spelling of paths (byte strings); nothing here looks at the disk. */
final class Paths {
    private Paths() {}

    /**
     * What a path literal means; a slash at its end is kept for interpolation.
     *
     * @param pure whether there is no home directory
     */
    static String absolute(String text, boolean pure, Source source, int start, int end) {
        if (!text.startsWith("~")) {
            return PathText.absolute(text, source.directory());
        }
        if (pure) {
            throw new SyntaxException("the path '" + text + "' can not be resolved in pure mode", source, start, end);
        }
        String home = System.getenv("HOME");
        return Bytes.encode(home == null ? System.getProperty("user.home") : home) + text.substring(1);
    }

    /** An absolute path without empty parts, {@code .} and {@code ..}; above the root is the root. */
    static String canonical(String path) {
        return PathValue.canonical(path).path();
    }

    /** The folder of a canonical path; the root's is itself. */
    static String directory(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }
}
