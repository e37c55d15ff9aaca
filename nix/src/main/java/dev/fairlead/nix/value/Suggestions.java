package dev.fairlead.nix.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** "Did you mean": the known names that a misspelt one was probably meant to be. */
public final class Suggestions {
    private static final int MOST = 3;
    private static final int MAX_DISTANCE = 2;

    private record Candidate(String name, int distance) {}

    private Suggestions() {}

    /**
     * At most three of {@code known}, closest first, then by bytes. A name qualifies if it is within two edits of
     * {@code name} and fewer edits away than either is long. Costs the product of the lengths for each known name that
     * is about as long as {@code name}.
     */
    public static List<String> of(String name, Collection<String> known) {
        List<Candidate> candidates = new ArrayList<>();
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance <= MAX_DISTANCE && distance < Math.min(name.length(), candidate.length())) {
                candidates.add(new Candidate(candidate, distance));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return candidates.stream().limit(MOST).map(Candidate::name).toList();
    }

    /** How many bytes must be inserted, removed or replaced; only that it is more than two if it is more than two. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MAX_DISTANCE) {
            return MAX_DISTANCE + 1;
        }
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            int[] swapped = above;
            above = row;
            row = swapped;
        }
        return above[b.length()];
    }
}
