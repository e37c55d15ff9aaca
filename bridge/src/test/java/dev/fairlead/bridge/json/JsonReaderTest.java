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
    void valuesKnowTheByteTheyBeginAt() {
        assertThat(JsonReader.read(bytes("{\"é\": [true, 12]}")))
                .isEqualTo(new Fields(
                        Map.of("é", new Field(new Items(List.of(new Truth(true, 8), new Whole(12, 14)), 7), 1)), 0));
    }

    @Test
    void textIsUnescaped() {
        assertThat(JsonReader.read(bytes("\"a\\n\\u00e9\""))).isEqualTo(new Text("a\né", 0));
    }

    @Test
    void whatIsNotJsonIsRefusedInWordsOfTheFile() {
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
    void bytesThatAreNotUtf8AreRefusedWhereTheyStand(String bytes) {
        assertThat(refusal(bytes.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("1: these bytes are not UTF-8");
    }

    @Test
    void aCharacterCutOffByTheEndOfALargeFileIsRefused() {
        byte[] bytes = ("\"" + "x".repeat(100_000) + "\u00c3").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(bytes)).isEqualTo("100001: these bytes are not UTF-8");
    }

    @Test
    void otherEncodingsAreNotGuessed() {
        assertThat(refusal("{}".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("1: it has a zero byte, which UTF-8 text has not");
    }

    @Test
    void nestingWithoutEndIsRefusedAndNotFollowed() {
        assertThat(refusal(bytes("[".repeat(100_000))))
                .isEqualTo("500: values are nested deeper than anybody writes them");
    }

    @Test
    void aNumberTooLongToBeOneIsRefused() {
        assertThat(refusal(bytes("[" + "9".repeat(5000) + "]"))).endsWith("a name, text or number is too long");
    }
}
