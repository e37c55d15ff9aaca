package dev.fairlead.cli.git;

import org.jspecify.annotations.Nullable;

/**
 * What {@code git:REV[:PATH]} names.
 *
 * @param text as it was written
 * @param commit in any of the forms that Git knows: {@code HEAD~1}, {@code main}, {@code v1.2}, a hash
 * @param path within the repository as Git has it after a colon: from the top, or from the current folder if it begins
 *     with {@code ./}; null for the current folder
 */
public record Revision(String text, String commit, @Nullable String path) {
    private static final String PREFIX = "git:";

    /** Whether a word of the command line names a revision and not a file; {@code ./git:x} is a file. */
    public static boolean isMeant(String word) {
        return word.startsWith(PREFIX);
    }

    /** The revision that a word names. */
    static Revision of(String word) throws GitException {
        String rest = word.substring(PREFIX.length());
        int colon = colon(rest);
        String commit = colon < 0 ? rest : rest.substring(0, colon);
        if (commit.isEmpty()) {
            throw new GitException("'" + word + "' names no revision: git:HEAD~1 does, and git:HEAD~1:some/folder");
        }
        return new Revision(word, commit, colon < 0 ? null : rest.substring(colon + 1));
    }

    /** The colon before the path; those in braces belong to the commit, as in {@code HEAD^{/fix: typo}}. */
    private static int colon(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case ':' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }
}
