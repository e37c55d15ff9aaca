package dev.fairlead.diagram.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Property;
import org.junit.jupiter.api.Test;

final class LabelsTest {
    @Test
    void whatCannotBeSeenIsWrittenAsItsCode() {
        assertThat(Labels.visible("a\u0007b\u202Ec\n")).isEqualTo("a⟨0007⟩b⟨202E⟩c⟨000A⟩");
        assertThat(Labels.visible("日本 👩\u200D👩 é مرحبا")).isEqualTo("日本 👩\u200D👩 é مرحبا");
    }

    @Test
    void linesBreakAfterPunctuationAndLoseNothingButBlanks() {
        assertThat(Labels.wrap("reverse-proxy-of-the-fleet", 14, 9)).containsExactly("reverse-proxy-", "of-the-fleet");
        Property.forAll(
                Graphs.names(),
                name -> assertThat(String.join("", Labels.wrap(name.repeat(4), 7, 999))
                                .replace(" ", ""))
                        .isEqualTo(Labels.visible(name.repeat(4)).replace(" ", "")));
    }

    @Test
    void noLineIsLongerThanAllowedAndWhatIsCutOffShows() {
        Property.forAll(
                Graphs.names(),
                name -> assertThat(Labels.wrap(name.repeat(9), 5, 3))
                        .hasSizeLessThanOrEqualTo(3)
                        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                                .isLessThanOrEqualTo(6)));
        assertThat(Labels.wrap("x".repeat(300), 10, 2)).containsExactly("xxxxxxxxxx", "xxxxxxxxxx…");
    }

    @Test
    void linesBreakAtBlanksBeforeTheyBreakWords() {
        assertThat(Labels.wrap("5 items of data-mesher@apps", 20, 3)).containsExactly("5 items of", "data-mesher@apps");
    }

    @Test
    void whatIsShortenedKeepsBothEndsAndIsNoLongerThanAllowed() {
        assertThat(Labels.shortened("service:grafana@web1", 20)).isEqualTo("service:grafana@web1");
        assertThat(Labels.shortened("service:grafana@web-12", 20)).isEqualTo("service:grafa…web-12");
        Property.forAll(
                Graphs.names(),
                name -> assertThat(Labels.shortened(name.repeat(9), 12)
                                .codePoints()
                                .count())
                        .isLessThanOrEqualTo(12));
    }
}
