package dev.fairlead.nix.builtin.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.BoolValue;
import dev.fairlead.nix.value.Equality;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Gen<String> TEXTS = Gen.nastyStrings(6).map(Bytes::encode);

    private static final Gen<Value> VALUES = Gen.nested(
            4,
            Gen.oneOf(
                    Gen.constant(NullValue.NULL),
                    Gen.booleans().map(BoolValue::of),
                    Gen.longs(Long.MIN_VALUE, Long.MAX_VALUE).map(IntValue::of),
                    Gen.doubles().filter(Double::isFinite).map(FloatValue::new),
                    TEXTS.map(StringValue::new)),
            parts -> Gen.oneOf(
                    parts.list(4).map(items -> new ListValue(items.toArray(Value[]::new))),
                    Gen.maps(TEXTS, parts, 4).map(members -> {
                        AttrsBuilder set = new AttrsBuilder(members.size());
                        members.forEach((name, value) -> set.add(Symbol.of(name), value));
                        return set.build();
                    })));

    @Test
    void whatIsWrittenReadsBackAsTheSameValueOfTheSameTypes() {
        Property.tries(1000).check(VALUES, value -> {
            String json = JsonWriter.write(value, false).text();
            Value read = JsonReader.read(json);
            assertThat(Equality.equal(read, value)).as(json).isTrue();
            assertThat(JsonWriter.write(read, false).text()).isEqualTo(json);
        });
    }

    @Test
    void nestingNeedsNoStackWhenRead() {
        int depth = 1_000_000;
        Value value = JsonReader.read("[".repeat(depth) + "1" + "]".repeat(depth));
        int found = 0;
        while (value instanceof ListValue list) {
            value = list.get(0);
            found++;
        }
        assertThat(found).isEqualTo(depth);
    }

    @Test
    void textsThatAreNotUtf8AreRefusedBothWays() {
        assertThatThrownBy(() -> JsonReader.read("\"\u00ff\""))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(
                                        "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error"
                                                + " while parsing value - invalid string: ill-formed UTF-8 byte;"
                                                + " last read: '\"\u00ff'"));
        assertThatThrownBy(() -> JsonWriter.write(new StringValue("_\u00ff_"), false))
                .isInstanceOfSatisfying(
                        EvalException.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(
                                        "JSON serialization error: [json.exception.type_error.316] invalid UTF-8 byte at index 1: 0xFF"));
    }
}
