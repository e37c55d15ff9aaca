package dev.fairlead.diagram.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortIdTest {
    /** Of few characters, so that different ids are alike. */
    private static Gen<String> ids() {
        return Gen.oneOf(
                Gen.strings("ab-_.:@H1", 9),
                Gen.strings("a-@:", 6).map(text -> "service:" + text),
                Gen.elements("service:", "missing:", "host:", "user:", "")
                        .flatMap(prefix -> Gen.oneOf(
                                        Gen.elements("a", "a@b", "end", "a-b@c-d", "A", "a_b", "ab", "1", "ü", "a.b"),
                                        Gen.nastyStrings(400))
                                .map(rest -> prefix + rest)));
    }

    @Test
    void differentIdsHaveDifferentShortIds() {
        Property.tries(400).check(ids().list(2, 40), ids -> {
            Map<String, String> taken = new HashMap<>();
            for (String id : ids) {
                String other = taken.put(ShortId.of(id), id);
                assertThat(other == null ? id : other).isEqualTo(id);
            }
        });
    }

    @Test
    void shortIdsAreWordsOfLettersDigitsAndUnderscores() {
        Property.forAll(ids(), id -> assertThat(ShortId.of(id)).matches("[a-z][a-zA-Z0-9_]{0,47}"));
    }

    @ParameterizedTest
    @CsvSource({
        "service:data-mesher@gateway, data_mesher__gateway",
        "service:disk.root@web-1, disk____root__web_1",
        "host:web, host___web",
        "missing:http-proxy, missing___http_proxy",
        "service:x@cluster:main, service___x__cluster___main"
    })
    void idsOfOrdinaryNamesCanBeRead(String id, String expected) {
        assertThat(ShortId.of(id)).isEqualTo(expected);
    }
}
