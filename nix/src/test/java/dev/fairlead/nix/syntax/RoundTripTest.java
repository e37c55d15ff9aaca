package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @Test
    void aTreeWrittenInAnyLayoutIsParsedAgain() {
        Property.tries(3000)
                .check(
                        Sample.all(4),
                        sample -> assertThat(Sample.shape(Parser.parse(source(sample.source()), Syntax.PIPES)))
                                .isEqualTo(Sample.shape(sample.tree())));
    }

    @Test
    void everyPartLiesInsideItsWhole() {
        Property.tries(500).check(Sample.all(4), sample -> {
            Expr tree = Parser.parse(source(sample.source()), Syntax.PIPES);
            assertThat(tree.start()).isNotNegative();
            assertThat(tree.end()).isBetween(tree.start() + 1, sample.source().length());
        });
    }

    /** Interpolation is printed as a sum, so that printing once is not enough to come to an end. */
    @Test
    void printingSettlesAfterOneRound() {
        Property.tries(1000).check(Sample.all(4), sample -> {
            String once = reprint(Printer.print(sample.tree(), Syntax.DIRECTORY));
            assertThat(reprint(once)).isEqualTo(once);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "({ a ? 1, b, ... } @ c: (a b))",
                "{ inherit a b; inherit (c) d; \"e f\" = [ (1) ((g 2)) ]; \"${(h)}\" = rec { i = ({ }).j or (k); }; }",
                "(let a = 1; in (with b; (if (! c) then (d + \"\\${\") else ((e) ? f.\"${(g)}\"))))",
                "(__findFile __nixPath \"a/b\")",
                "(rec { body = (__sub 0 (__mul 1 /a/b)); }).body"
            })
    void printedTreesAreExpressionsThatPrintTheSame(String printed) {
        assertThat(reprint(printed)).isEqualTo(printed);
    }

    private static String reprint(String text) {
        return Printer.print(Parser.parse(source(text), Syntax.PIPES), Syntax.DIRECTORY);
    }

    private static Source source(String bytes) {
        return new Sources().add("here.nix", Syntax.DIRECTORY, bytes);
    }
}
