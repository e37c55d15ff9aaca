package dev.fairlead.fleet.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DifferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "{ a = 1; } | {  a =  1; } | none",
                "{ a = 1; b = 2; } | { b = 2; a = 1; } | none",
                "{ a = 1; b = 2; } | { a = 1; b = 3; } | .b",
                "{ a.b = 1; a.c = 2; } | { a.b = 1; a.c = 3; } | .a.c",
                "{ a.b = 1; } | { a = { b = 2; }; } | .a.b",
                "{ a = 1; } | { a = 1; b = 2; } | .b",
                "{ a = 1; b = 2; } | { c = 2; } | .a .b .c",
                "{ a = [ 1 2 ]; } | { a = [ 1 ]; } | .a",
                "{ a = { }; } | { a = 1; } | .a",
                "{ x, ... }: { a = x; } | { x, ... }: { a = 1; } | .a",
                "{ ... }: { a.b = 1; } | { x, ... }: { a.b = 2; } | ` .a.b`",
                "{ ${x} = 1; } | { ${x} = 2; } | ``",
                "x: { inherit x; } | x: { x = 1; } | .x",
            })
    void theSmallestDefinitionsThatAnEditTouchedAreNamed(String before, String now, @Nullable String paths) {
        assertThat(Differences.between(before, now)).isEqualTo(expected(paths));
    }

    private static Set<String> expected(@Nullable String paths) {
        return paths == null ? Set.of() : new TreeSet<>(List.of(paths.split(" ", -1)));
    }
}
