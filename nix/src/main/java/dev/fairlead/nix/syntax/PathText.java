package dev.fairlead.nix.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a path literal names. */
public final class PathText {
    private PathText() {}

    /**
     * The path without {@code .}, {@code ..} and double slashes, from the root on. A slash at the end, which only the text
     * before an interpolation can have, is kept; so is {@code ~}, as the home directory is not a matter of syntax.
     */
    public static String absolute(String text, String directory) {
        if (text.startsWith("~")) {
            return text;
        }
        Deque<String> segments = new ArrayDeque<>();
        String joined = text.startsWith("/") ? text : directory + "/" + text;
        for (String segment : joined.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        String path = "/" + String.join("/", segments);
        return text.length() > 1 && text.endsWith("/") ? path + "/" : path;
    }
}
