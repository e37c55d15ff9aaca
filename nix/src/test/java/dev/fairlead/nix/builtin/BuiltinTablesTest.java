package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltinTablesTest {
    @TestFactory
    Stream<DynamicTest> eachExpressionGivesWhatItsTableSays() {
        return Stream.of(
                        "lists", "attrs", "numbers", "types", "control", "files", "values", "strings", "regex",
                        "formats", "hashes", "store", "fetch")
                .flatMap(table -> ExpressionTable.read(table).stream()
                        .map(row -> DynamicTest.dynamicTest(
                                table + " " + row,
                                () -> assertThat(evaluate(row.expression()))
                                        .isEqualTo(row.isError() ? "error: " + row.expected() : row.expected()))));
    }

    /** One run prints all values, since a process for each would take long. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists", "attrs", "numbers", "types", "control", "values", "strings", "regex", "formats", "hashes",
                "store"
            })
    void tablesAgreeWithNixWhereItHasTheFunction(String table, @TempDir Path folder) throws IOException {
        Program nix = Tools.nixInstantiate();
        StringBuilder set = new StringBuilder("{\n");
        List<String> arguments = new ArrayList<>(List.of("--eval", "--strict", "all.nix"));
        List<String> expected = new ArrayList<>();
        for (ExpressionTable.Row row : ExpressionTable.read(table)) {
            if (row.isOfOldNix() && row.isError()) {
                assertThat(nix.run("--eval", "--strict", "-E", row.expression()).exit())
                        .as(row.toString())
                        .isNotZero();
            } else if (row.isOfOldNix()) {
                String name = "line" + row.line();
                set.append(name).append(" = ").append(row.expression()).append("\n;");
                arguments.addAll(List.of("-A", name));
                expected.add(name + ": " + row.expected());
            }
        }
        Files.writeString(folder.resolve("all.nix"), set.append("}\n"));
        String printed = nix.run(folder, "", java.time.Duration.ofMinutes(1), arguments)
                .expectSuccess()
                .stdout();
        List<String> actual = printed.lines().toList();
        for (int i = 0; i < expected.size(); i++) {
            String name = expected.get(i).substring(0, expected.get(i).indexOf(' '));
            assertThat(name + " " + actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    /** Of a message with an excerpt below it, the first line. */
    private static String evaluate(String expression) {
        Evaluator evaluator = new Evaluator(Options.DEFAULT.withTrace(message -> {}), Builtins::globals);
        try {
            return Bytes.decode(evaluator.run(() -> Printer.printStrict(
                    evaluator.evalText(Bytes.encode(expression), Bytes.encode("«string»"), Path.of("/")))));
        } catch (EvalException e) {
            return "error: " + Bytes.decode(e.reason()).lines().findFirst().orElse("");
        } catch (SyntaxException e) {
            return "syntax error: " + Bytes.decode(e.reason());
        }
    }
}
