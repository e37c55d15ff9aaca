package dev.fairlead.nix.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.builtin.ExpressionTable;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LanguageTest {
    @TestFactory
    Stream<DynamicTest> eachExpressionGivesWhatItsTableSays() {
        return Stream.of("values", "errors")
                .flatMap(table -> rows(table).stream())
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(),
                        () -> assertThat(evaluate(row.expression()))
                                .isEqualTo(row.isError() ? "error: " + row.expected() : row.expected())));
    }

    @Test
    void tableOfValuesAgreesWithNix() {
        Program nix = Tools.nixInstantiate();
        List<ExpressionTable.Row> rows = rows("values").stream()
                .filter(row -> row.isOfOldNix() && !row.isError())
                .toList();
        StringBuilder all = new StringBuilder("[\n");
        rows.forEach(row -> all.append("(").append(row.expression()).append(")\n"));
        String printed =
                nix.feed(all + "]", "--eval", "--strict", "-").expectSuccess().stdout();
        StringBuilder expected = new StringBuilder("[");
        rows.forEach(row -> expected.append(' ').append(row.expected()));
        assertThat(printed).isEqualTo(expected + " ]\n");
    }

    private static List<ExpressionTable.Row> rows(String table) {
        return ExpressionTable.readResource("/language/" + table + ".table");
    }

    private static String evaluate(String expression) {
        Evaluator evaluator = Nix.evaluator(Options.DEFAULT);
        try {
            return Bytes.decode(evaluator.run(() -> Printer.printStrict(
                    evaluator.evalText(Bytes.encode(expression), Bytes.encode("«string»"), Path.of("/")))));
        } catch (EvalException e) {
            return "error: " + Bytes.decode(e.reason());
        }
    }
}
