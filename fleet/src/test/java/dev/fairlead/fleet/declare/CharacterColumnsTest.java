package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Source;
import dev.fairlead.nix.syntax.Sources;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CharacterColumnsTest {
    private static Source source(String text) {
        return new Sources().add("/x", "/", Bytes.encode(text));
    }

    @Test
    void charactersAreCountedAsOneWouldCountThemInTheText() {
        Gen<List<String>> parts = Gen.oneOf(Gen.strings("aé漢😀", 5), Gen.constant("é".repeat(300)))
                .list(3, 3);
        Property.forAll(parts, three -> {
            String before = three.get(0);
            String between = three.get(1);
            var columns = new CharacterColumns(source(before + between + three.get(2)));
            int start = Bytes.encode(before).length();
            int end = start + Bytes.encode(between).length();
            assertThat(columns.between(start, end))
                    .isEqualTo((int) between.codePoints().count());
        });
    }

    @Test
    void theEndOfATextAsLongAsABlockCanBeAskedFor() {
        assertThat(new CharacterColumns(source("x".repeat(512))).between(0, 512))
                .isEqualTo(512);
        assertThat(new CharacterColumns(source("")).between(0, 0)).isZero();
    }
}
