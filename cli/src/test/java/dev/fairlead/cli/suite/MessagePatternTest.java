package dev.fairlead.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.value.EvalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "\\d+ about100errors true",
                "t\\d+e about100errors true",
                "^about about100 true",
                "^bout about100 false",
                "[[:digit:]]{3} a100 true",
                "[^[:alpha:]] abc false",
                "[[] a[b true",
                "[a&&b] & true",
                "(a|b)c xbc true",
            })
    void patternsAreThoseOfJavaScript(String pattern, String text, boolean found) {
        assertThat(MessagePattern.of(pattern).isFoundIn(text)).isEqualTo(found);
    }

    @Test
    void whatIsNoPatternIsSaid() {
        assertThatThrownBy(() -> MessagePattern.of("("))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("'(' is not a regular expression");
    }
}
