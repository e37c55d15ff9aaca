package dev.fairlead.fleet.finding;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * "Did you mean": the known name that a misspelt one is nearest to.
 *
 * <p>Near means an edit distance (insert, delete, replace, swap neighbours) of at most two, and of at most a third of
 * the name's length, but one for short names: {@code pki} is not {@code dns}.
 */
public final class Suggestions {
    private static final int FARTHEST = 2;

    private Suggestions() {}

    /**
     * The nearest of {@code known}, the first in alphabetical order among equals; null if none is near. Costs the
     * length of the name times that of each known name of similar length.
     */
    public static @Nullable String nearest(String name, Collection<String> known) {
        String nearest = null;
        int least = bound(name) + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate, Math.min(least, bound(name)));
            boolean nearer = distance < least;
            if (nearer || (distance == least && nearest != null && candidate.compareTo(nearest) < 0)) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    /** True if one may be a misspelling of the other, which it is not if they are equal. */
    public static boolean areNear(String name, String other) {
        int distance = distance(name, other, bound(name));
        return distance > 0 && distance <= bound(name);
    }

    private static int bound(String name) {
        return Math.clamp(name.length() / 3, 1, FARTHEST);
    }

    /** The number of edits between two names if it is at most {@code limit}, else some larger number. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
