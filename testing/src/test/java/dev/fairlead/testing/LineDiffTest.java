package dev.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineDiffTest {
    private static final Gen<String> TEXTS =
            Gen.elements("a", "b", "c").list(12).map(lines -> String.join("\n", lines));

    @Test
    void linesFarFromAChangeAreLeftOut() {
        String many = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assertThat(LineDiff.between(many, many.replace("6", "six"))).isEqualTo("""
                --- expected
                +++ given
                @@ line 3 @@
                 3
                 4
                 5
                -6
                +six
                 7
                 8
                 9
                """);
    }

    @Test
    void aTrailingBlankIsMadeVisible() {
        assertThat(LineDiff.between("a", "a ")).contains("-a\n+a ⏎\n");
    }

    @Test
    void theDifferenceHoldsAllThatChanged() {
        Property.forAll(TEXTS, TEXTS, (expected, given) -> {
            List<String> diff =
                    LineDiff.between(expected, given).lines().skip(2).toList();
            long removed = diff.stream().filter(line -> line.startsWith("-")).count();
            long added = diff.stream().filter(line -> line.startsWith("+")).count();
            assertThat(added - removed).isEqualTo(given.split("\n", -1).length - expected.split("\n", -1).length);
            assertThat(removed + added == 0).isEqualTo(expected.equals(given));
        });
    }

    @Test
    void aHugeDifferenceIsCutShort() {
        String expected = "x\n".repeat(30_000);
        String given = "y\n".repeat(30_000);
        assertThat(LineDiff.between(expected, given)).endsWith("... and more\n").hasLineCount(2 + 1 + 200);
    }
}
