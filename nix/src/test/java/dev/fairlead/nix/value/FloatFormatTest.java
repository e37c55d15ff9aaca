package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class FloatFormatTest {
    @Test
    void printedFloatsLookLikeThoseOfC() {
        agrees("%g", FloatFormat::general);
    }

    @Test
    void floatsAsStringsLookLikeThoseOfC() {
        agrees("%f", FloatFormat::fixed);
    }

    private static void agrees(String format, DoubleFunction<String> ours) {
        Program printf = Tools.require("coreutils", "printf");
        Property.tries(50).check(Gen.doubles().filter(Double::isFinite).list(1, 40), values -> {
            List<String> arguments = new ArrayList<>(List.of(format + "\\n"));
            // In hexadecimal a value is the same one for a program that reads it with more precision.
            values.forEach(value -> arguments.add(Double.toHexString(value)));
            List<String> expected = printf.run(arguments.toArray(String[]::new))
                    .stdout()
                    .lines()
                    .toList();
            assertThat(values.stream().map(ours::apply)).isEqualTo(expected);
        });
    }

    @Test
    void whatIsNoNumberHasAName() {
        assertThat(FloatFormat.general(Double.NaN)).isEqualTo("nan");
        assertThat(FloatFormat.general(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(FloatFormat.fixed(Double.POSITIVE_INFINITY)).isEqualTo("inf");
    }
}
