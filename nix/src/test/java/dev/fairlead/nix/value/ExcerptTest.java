package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.syntax.Bytes;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static String excerpt(Value value) {
        return Bytes.decode(Excerpt.of(value));
    }

    private static ListValue ints(int count) {
        return new ListValue(IntStream.range(0, count).mapToObj(IntValue::of).toArray(Value[]::new));
    }

    @Test
    void longListsAreCutAfterTenItems() {
        assertThat(excerpt(ints(12))).isEqualTo("[ 0 1 2 3 4 5 6 7 8 9 «2 items elided» ]");
        assertThat(excerpt(ints(11))).isEqualTo("[ 0 1 2 3 4 5 6 7 8 9 «1 item elided» ]");
        assertThat(Excerpt.whole(ints(12))).isEqualTo("[ 0 1 2 3 4 5 6 7 8 9 10 11 ]");
    }

    @Test
    void theTypeOfALargeSetIsShownFirst() {
        AttrsBuilder attrs = new AttrsBuilder(12);
        for (char name = 'a'; name <= 'j'; name++) {
            attrs.add(Symbol.of(String.valueOf(name)), NullValue.NULL);
        }
        attrs.add(Symbol.of("type"), new StringValue("x"));
        assertThat(excerpt(attrs.build()))
                .startsWith("{ type = \"x\"; a = null;")
                .endsWith("i = null; «1 attribute elided» }");
    }

    @Test
    void longStringsAreCutAfterAKilobyte() {
        assertThat(excerpt(new StringValue("x".repeat(1030))))
                .isEqualTo("\"" + "x".repeat(1024) + "\" «6 bytes elided»");
    }

    @Test
    void deepListsEndInDots() {
        Value nested = ints(1);
        for (int i = 0; i < 12; i++) {
            nested = new ListValue(new Value[] {nested});
        }
        assertThat(excerpt(nested)).isEqualTo("[ ".repeat(10) + "[ ... ]" + " ]".repeat(10));
    }

    @Test
    void promisesAreNotForced() {
        Value promise = new DelayedCall(NullValue.NULL, NullValue.NULL);
        assertThat(excerpt(new ListValue(new Value[] {promise}))).isEqualTo("[ «thunk» ]");
    }
}
