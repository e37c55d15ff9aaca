package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.ir.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which names a text finds, and in which order. */
final class SearchTest {
    private static List<String> found(String text, String... names) {
        Diagram diagram = Drawings.fleet(1, 0)
                .with(
                        Stream.of(names)
                                .map(name -> Node.of("x:" + name, name, "service"))
                                .toList(),
                        List.of());
        Document document = Document.opened(new Document.Content.Picture(diagram));
        return Json.list(Json.object(Search.of(document, Shown.of(diagram, Depth.AUTOMATIC), text)), "hits").stream()
                .map(hit -> String.valueOf(hit.get("label")))
                .toList();
    }

    @Test
    void theWholeNameComesFirstThenBeginningsThenWordsThenPartsThenLettersInOrder() {
        assertThat(found("dns", "d-name-s", "mydns", "unbound-dns", "dnsmasq", "dns", "web"))
                .containsExactly("dns", "dnsmasq", "unbound-dns", "mydns", "d-name-s");
    }

    @Test
    void ofEqualsTheShorterComesFirstAndThenTheAlphabetDecides() {
        assertThat(found("a", "ab", "abc", "aa")).containsExactly("aa", "ab", "abc");
    }

    @Test
    void ofSeveralWordsEachHasToBeFoundInAnyOrder() {
        assertThat(found("proxy web", "web-proxy", "web", "proxy")).containsExactly("web-proxy");
    }

    @Test
    void theCaseOfLettersDoesNotMatterAndNothingFindsNothing() {
        assertThat(found("GRAF", "Grafana")).containsExactly("Grafana");
        assertThat(found("  ", "grafana")).isEmpty();
        assertThat(found("zz", "grafana")).isEmpty();
    }

    @Test
    void atMostFiftyHitsAreSentAndAllAreCounted() {
        String[] names =
                Stream.iterate(0, i -> i + 1).limit(70).map(i -> "web" + i).toArray(String[]::new);
        assertThat(found("web", names)).hasSize(50);
        Diagram diagram = Drawings.fleet(70, 0)
                .with(
                        Stream.of(names)
                                .map(name -> Node.of(name, name, "service"))
                                .toList(),
                        List.of());
        Document document = Document.opened(new Document.Content.Picture(diagram));
        Map<String, Object> answer = Json.object(Search.of(document, Shown.of(diagram, Depth.AUTOMATIC), "web"));
        assertThat(Json.number(answer, "found")).isEqualTo(70);
    }
}
