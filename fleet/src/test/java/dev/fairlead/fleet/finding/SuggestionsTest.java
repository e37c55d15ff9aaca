package dev.fairlead.fleet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
    @Test
    void aSwapALostLetterAndAnAddedOneAreNear() {
        assertThat(nearest("nixso", "nixos", "darwin")).isEqualTo("nixos");
        assertThat(nearest("enviroment", "environment", "includes")).isEqualTo("environment");
        assertThat(nearest("tag", "tags", "users")).isEqualTo("tags");
    }

    @Test
    void shortNamesAreNearOnlyByOneEdit() {
        assertThat(nearest("pki", "dns", "pkg")).isEqualTo("pkg");
        assertThat(nearest("vpn", "dns")).isNull();
    }

    @Test
    void nothingIsNearBeyondTwoEdits() {
        assertThat(nearest("kubernetes", "cybernetics")).isNull();
    }

    @Test
    void amongEquallyNearNamesTheFirstInTheAlphabetIsMeant() {
        assertThat(nearest("web3", "web2", "web1")).isEqualTo("web1");
        assertThat(nearest("web3", "web1", "web2")).isEqualTo("web1");
    }

    @Test
    void aNameIsNotNearItself() {
        assertThat(Suggestions.areNear("nixos", "nixos")).isFalse();
        assertThat(Suggestions.areNear("nixso", "nixos")).isTrue();
    }

    @Test
    void theNearestNameIsTheOneAPlainSearchFinds() {
        Gen<String> names = Gen.strings("abc", 8);
        Property.forAll(names, names.list(8), (name, known) -> {
            String expected = null;
            for (String candidate : known) {
                int distance = distance(name, candidate);
                boolean near = distance <= Math.clamp(name.length() / 3, 1, 2);
                if (near && (expected == null || isBetter(name, candidate, expected))) {
                    expected = candidate;
                }
            }
            assertThat(Suggestions.nearest(name, known)).isEqualTo(expected);
        });
    }

    private static boolean isBetter(String name, String candidate, String other) {
        int difference = distance(name, candidate) - distance(name, other);
        return difference < 0 || (difference == 0 && candidate.compareTo(other) < 0);
    }

    /** By its recursive definition, without any table. */
    private static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int same = a.charAt(0) == b.charAt(0) ? 0 : 1;
        if (same == 0) {
            return distance(a.substring(1), b.substring(1));
        }
        int least = 1 + distance(a.substring(1), b.substring(1));
        least = Math.min(least, 1 + distance(a.substring(1), b));
        least = Math.min(least, 1 + distance(a, b.substring(1)));
        boolean swapped = a.length() > 1 && b.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0);
        return swapped ? Math.min(least, 1 + distance(a.substring(2), b.substring(2))) : least;
    }

    private static @Nullable String nearest(String name, String... known) {
        return Suggestions.nearest(name, List.of(known));
    }
}
