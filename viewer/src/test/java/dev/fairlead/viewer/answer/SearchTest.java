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
    void the_whole_name_comes_first_then_beginnings_then_words_then_parts_then_letters_in_order() {
        assertThat(found("dns", "d-name-s", "mydns", "unbound-dns", "dnsmasq", "dns", "web"))
                .containsExactly("dns", "dnsmasq", "unbound-dns", "mydns", "d-name-s");
    }

    @Test
    void of_equals_the_shorter_comes_first_and_then_the_alphabet_decides() {
        assertThat(found("a", "ab", "abc", "aa")).containsExactly("aa", "ab", "abc");
    }

    @Test
    void of_several_words_each_has_to_be_found_in_any_order() {
        assertThat(found("proxy web", "web-proxy", "web", "proxy")).containsExactly("web-proxy");
    }

    @Test
    void the_case_of_letters_does_not_matter_and_nothing_finds_nothing() {
        assertThat(found("GRAF", "Grafana")).containsExactly("Grafana");
        assertThat(found("  ", "grafana")).isEmpty();
        assertThat(found("zz", "grafana")).isEmpty();
    }

    @Test
    void at_most_fifty_hits_are_sent_and_all_are_counted() {
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
