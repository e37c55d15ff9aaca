package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacesTest {
    private final Sources sources = new Sources();
    private final Places places = new Places(sources, Path.of("/home/fleet"));

    private Source source(String text) {
        return sources.add("/home/fleet/modules/a.nix", "/home/fleet/modules", Bytes.encode(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "den.hosts.x86_64-linux.\"web 1\".tags = 1 | den.hosts.x86_64-linux.\"web 1\".tags",
                "\"a.b\".c = 1 | \"a.b\".c",
                "\"a \\\" b\" x | \"a \\\" b\"",
                "a.${name}.b x | a.${name}.b",
                "${name} = 1 | ${name}",
                "x or y | x",
                "a' b | a'",
                "123.5 + 1 | 123.5",
                "./parts/a.nix ] | ./parts/a.nix",
                "../a.nix ] | ../a.nix",
                "/etc/passwd ] | /etc/passwd",
                "~/x ] | ~/x",
                "<nixpkgs/lib> x | <nixpkgs/lib>",
                "a.b. c | a.b",
                "// { } | //",
                "{ a = 1; } | {",
                "''text'' | ''",
                "\"open | \"open",
            })
    void aPlaceEndsWhereTheTokenOrAttributePathDoes(String text, String token) {
        Source source = source("  " + text);
        Place place = places.at(source.position(2));

        assertThat(place).isEqualTo(new Place("modules/a.nix", 1, 3, 1, 3 + token.length()));
    }

    @Test
    void columnsCountCharactersAndNotBytes() {
        String text = "{ /* grün ☃ 😀 */ \"größe\" = 1; }";
        Source source = source(text);
        int bytes = Bytes.encode(text.substring(0, text.indexOf("\"größe"))).length();

        assertThat(places.at(source.position(bytes))).isEqualTo(new Place("modules/a.nix", 1, 18, 1, 25));
    }

    @Test
    void aPlaceOnALaterLineCountsFromItsLine() {
        Source source = source("{\n  a = ü;\n  b.c = 2;\n}");
        int offset = source.text().indexOf("b.c");

        assertThat(places.at(source.position(offset))).isEqualTo(new Place("modules/a.nix", 3, 3, 3, 6));
    }

    @Test
    void position0IsNowhere() {
        source("x");

        assertThat(places.at(0)).isNull();
        assertThat(places.isInFile(0)).isFalse();
    }

    @Test
    void aFileOutsideTheFleetIsCalledByItsPath() {
        Source source = sources.add("/home/fleet2/b.nix", "/home/fleet2", "x");

        assertThat(places.at(source.position(0))).isEqualTo(new Place("/home/fleet2/b.nix", 1, 1, 1, 2));
    }

    @Test
    void aTextThatIsNoFileIsNotInAFile() {
        Source source = sources.add("lib", "/", "x");

        assertThat(places.isInFile(source.position(0))).isFalse();
    }

    @Test
    void aPositionAtTheEndOfATextHasNoWidth() {
        Source source = source("x\n");

        assertThat(places.at(source.position(2))).isEqualTo(new Place("modules/a.nix", 2, 1, 2, 1));
    }
}
