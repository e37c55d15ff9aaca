package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "0.5, 0.5",
        "100000.0, 100000",
        "1000000.0, 1e+06",
        "123456.7, 123457",
        "999999.5, 1e+06",
        "1234567.0, 1.23457e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1.5e100, 1.5e+100",
        "0.0, 0"
    })
    void floatsHaveSixDigits(String literal, String expected) {
        assertThat(Syntax.reprint(literal)).isEqualTo(expected);
    }

    @Test
    void floatsAreWithinTheirSixthDigit() {
        Property.forAll(Gen.doubles().filter(value -> Double.isFinite(value) && value > 0), value -> {
            String printed = FloatText.general(value);
            String exact = String.format(Locale.ROOT, "%.5e", value);
            assertThat(Double.parseDouble(printed)).isEqualTo(Double.parseDouble(exact));
        });
    }

    @Test
    void namesAreQuotedWhereTheyMustBe() {
        assertThat(Syntax.reprint("{ \"a-b'\" = 1; \"1a\" = 2; \"\" = 3; \"in\" = 4; \"or\" = 5; \"é\" = 6; }"))
                .isEqualTo("{ \"\" = 3; \"1a\" = 2; a-b' = 1; \"in\" = 4; or = 5; \"é\" = 6; }");
    }
}
