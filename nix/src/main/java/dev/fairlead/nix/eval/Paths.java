package dev.fairlead.nix.eval;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.SyntaxException;

/** The spelling of paths (byte strings); nothing here looks at the disk. */
final class Paths {
    private Paths() {}

    /**
     * What a path literal means, not yet canonical: a slash at its end is kept for interpolation.
     *
     * @param pure whether there is no home directory
     */
    static String absolute(String text, boolean pure, Source source, int start, int end) {
        if (text.startsWith("/")) {
            return text;
        }
        if (!text.startsWith("~")) {
            return source.directory() + "/" + text;
        }
        if (pure) {
            throw new SyntaxException("the path '" + text + "' can not be resolved in pure mode", source, start, end);
        }
        return Bytes.encode(System.getProperty("user.home")) + text.substring(1);
    }

    /** An absolute path without empty parts, {@code .} and {@code ..}; above the root is the root. */
    static String canonical(String path) {
        StringBuilder out = new StringBuilder(path.length() + 1);
        int start = 0;
        while (start < path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            append(out, path, start, end);
            start = end + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    private static void append(StringBuilder out, String path, int start, int end) {
        int length = end - start;
        if (length == 0 || (length == 1 && path.charAt(start) == '.')) {
            return;
        }
        if (length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.') {
            out.setLength(Math.max(0, out.lastIndexOf("/")));
        } else {
            out.append('/').append(path, start, end);
        }
    }

    /** The folder of a canonical path; the root's is itself. */
    static String directory(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }
}
