package dev.fairlead.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fairlead.bridge.json.LocatedJson.Field;
import dev.fairlead.bridge.json.LocatedJson.Fields;
import dev.fairlead.bridge.json.LocatedJson.Items;
import dev.fairlead.bridge.json.LocatedJson.Text;
import dev.fairlead.bridge.json.LocatedJson.Truth;
import dev.fairlead.bridge.json.LocatedJson.Whole;
import dev.fairlead.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(byte[] bytes) {
        var refused = catchThrowableOfType(JsonSyntaxException.class, () -> JsonReader.read(bytes));
        assertThat(refused).isNotNull();
        return refused.offset() + ": " + refused.reason();
    }

    @Test
    void values_know_the_byte_they_begin_at() {
        assertThat(JsonReader.read(bytes("{\"é\": [true, 12]}")))
                .isEqualTo(new Fields(
                        Map.of("é", new Field(new Items(List.of(new Truth(true, 8), new Whole(12, 14)), 7), 1)), 0));
    }

    @Test
    void text_is_unescaped() {
        assertThat(JsonReader.read(bytes("\"a\\n\\u00e9\""))).isEqualTo(new Text("a\né", 0));
    }

    @Test
    void what_is_not_json_is_refused_in_words_of_the_file() {
        List<String> malformed = List.of(
                "",
                "   ",
                "{",
                "{\"a\":1",
                "[1,2",
                "{\"a\":1,}",
                "[1,]",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\"}",
                "{\"a\":tru}",
                "nul",
                "01",
                "1.",
                "-",
                "{\"a\":1}x",
                "1 2",
                "[1 2]",
                "[\"a\":1]",
                "\"abc",
                "\"a\\q\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "// c\n1",
                "NaN",
                "'a'",
                "}",
                "{]",
                "1e999",
                "é",
                "{\"a\":1,\"a\":2}",
                "{\"a\": 1, \"b\": {\"c\": 1, \"c\": 1}}");
        Golden.assertMatches(
                "json/refused.txt",
                malformed.stream()
                        .map(text -> text.replace("\n", "\\n") + "\n    " + refusal(bytes(text)) + "\n")
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\u00ff\"", "\"\u00c3\"", "\"\u00c0\u0080\"", "\"\u00ed\u00a0\u0080\""})
    void bytes_that_are_not_utf_8_are_refused_where_they_stand(String bytes) {
        assertThat(refusal(bytes.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("1: these bytes are not UTF-8");
    }

    @Test
    void a_character_cut_off_by_the_end_of_a_large_file_is_refused() {
        byte[] bytes = ("\"" + "x".repeat(100_000) + "\u00c3").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(bytes)).isEqualTo("100001: these bytes are not UTF-8");
    }

    @Test
    void other_encodings_are_not_guessed() {
        assertThat(refusal("{}".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("1: it has a zero byte, which UTF-8 text has not");
    }

    @Test
    void nesting_without_end_is_refused_and_not_followed() {
        assertThat(refusal(bytes("[".repeat(100_000))))
                .isEqualTo("500: values are nested deeper than anybody writes them");
    }

    @Test
    void a_number_too_long_to_be_one_is_refused() {
        assertThat(refusal(bytes("[" + "9".repeat(5000) + "]"))).endsWith("a name, text or number is too long");
    }
}
