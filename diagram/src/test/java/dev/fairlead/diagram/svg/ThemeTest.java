package dev.fairlead.diagram.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fairlead.diagram.ir.Origin;
import dev.fairlead.diagram.ir.Tone;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThemeTest {
    private static final Gen<List<Integer>> COLOURS = Gen.ints(0, 0xFFFFFF).list(16, 16);

    private static String scheme(List<Integer> colours) {
        var yaml = new StringBuilder("scheme: \"any\"\npalette:\n");
        for (int i = 0; i < 16; i++) {
            yaml.append("  base0%X: \"#%06x\" # %d%n".formatted(i, colours.get(i), i));
        }
        return yaml.toString();
    }

    private static void check(Theme theme) {
        for (Colour ground : List.of(theme.background(), theme.frame(0))) {
            assertThat(theme.text().contrast(ground)).isGreaterThanOrEqualTo(4.4);
            assertThat(theme.muted().contrast(ground)).isGreaterThanOrEqualTo(4.4);
            assertThat(theme.line().contrast(ground)).isGreaterThanOrEqualTo(2.9);
            for (Tone tone : Tone.values()) {
                theme.tone(tone)
                        .ifPresent(colour -> assertThat(colour.contrast(ground)).isGreaterThanOrEqualTo(4.4));
            }
            for (Origin origin : Origin.values()) {
                theme.origin(origin)
                        .ifPresent(colour -> assertThat(colour.contrast(ground)).isGreaterThanOrEqualTo(4.4));
            }
        }
    }

    private static void checkKinds(Theme theme) {
        for (String kind : List.of("service", "capability", "channel", "state", "rule", "backend", "host", "port")) {
            assertThat(theme.text().contrast(theme.box(kind))).isGreaterThanOrEqualTo(4.4);
            theme.accent(kind).ifPresent(colour -> {
                assertThat(colour.contrast(theme.background())).isGreaterThanOrEqualTo(2.9);
                assertThat(colour.contrast(theme.frame(0))).isGreaterThanOrEqualTo(2.9);
            });
        }
    }

    @Test
    void bothThemesCanBeRead() {
        check(Theme.LIGHT);
        check(Theme.DARK);
        checkKinds(Theme.LIGHT);
        checkKinds(Theme.DARK);
    }

    @Test
    void anySchemeCanBeReadEvenOneOfWhichThatIsNotSo() {
        Property.forAll(COLOURS, colours -> {
            Theme theme = Theme.base16(scheme(colours)).orElseThrow();
            check(theme);
            checkKinds(theme);
        });
    }

    @Test
    void aSchemeThatLacksAColourIsNone() {
        assertThat(Theme.base16("base00: \"ffffff\"")).isEmpty();
    }

    @Test
    void contrastIsThatOfWcag() {
        Colour white = Colour.of("ffffff");
        assertThat(white.contrast(Colour.of("000000"))).isEqualTo(21, within(0.01));
        assertThat(white.contrast(Colour.of("767676"))).isEqualTo(4.54, within(0.01));
    }
}
