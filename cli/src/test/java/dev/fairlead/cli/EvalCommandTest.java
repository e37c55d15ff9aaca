package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvalCommandTest {
    @TempDir
    Path directory;

    private static Result run(String... words) {
        return new CliRun((place, form) -> {
                    throw new AssertionError("eval reads no fleet");
                })
                .run(words);
    }

    private static Result eval(String expression, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "eval";
        words[1] = "-E";
        words[2] = expression;
        System.arraycopy(more, 0, words, 3, more.length);
        return run(words);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void aValueIsPrintedAsFarAsItIsComputed() {
        assertThat(eval("let f = x: x; in { a = 1; b = f 2; }"))
                .isEqualTo(new Result(0, "{ a = 1; b = <CODE>; }\n", ""));
        assertThat(eval("{ a = 1; b = [ (1 + 1) ]; }", "--strict").out()).isEqualTo("{ a = 1; b = [ 2 ]; }\n");
        assertThat(eval("\"é\"").out()).isEqualTo("\"é\"\n");
    }

    @Test
    void aValueIsPrintedInOtherForms() {
        assertThat(eval("{ a = \"é\"; b = [ 1.5 null ]; }", "--json").out())
                .isEqualTo("{\"a\":\"é\",\"b\":[1.5,null]}\n");
        assertThat(eval("[ 1 ]", "--xml").out()).isEqualTo("""
                <?xml version='1.0' encoding='utf-8'?>
                <expr>
                  <list>
                    <int value="1" />
                  </list>
                </expr>
                """);
        assertThat(eval("a: 1 + a", "--parse").out()).isEqualTo("(a: (1 + a))\n");
        assertThat(eval("1 + a", "--parse").err()).startsWith("error: undefined variable 'a'\n");
        assertThat(eval("1", "--xml", "--json").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{ a = { b = 2; }; } | a.b | 2",
                "{ a = [ 1 { c = 3; } ]; } | a.1.c | 3",
                "{ \"a.b\" = 4; } | \"a.b\" | 4",
                "{ a = { x ? 5 }: { b = x; }; } | a.b | 5",
                "{ a = x: x; } | a | <LAMBDA>",
            })
    void anAttributeIsTakenByItsPath(String expression, String path, String printed) {
        assertThat(eval(expression, "-A", path).out()).isEqualTo(printed + "\n");
    }

    @Test
    void aPathThatLeadsNowhereIsNamed() {
        assertThat(eval("{ bar = 1; }", "-A", "baz")).isEqualTo(new Result(1, "", """
                        error: attribute 'baz' in selection path 'baz' not found
                               Did you mean bar?
                        """));
        assertThat(eval("[ 1 ]", "-A", "1").err()).contains("list index 1 in selection path '1' is out of range");
        assertThat(eval("{ a = 1; }", "-A", "a.b").err()).contains("should be a set but is an integer");
        assertThat(eval("{ a = 1; }", "-A", "a.0").err()).contains("should be a list but is an integer");
        assertThat(eval("{ }", "-A", "a..b").err()).contains("attribute 'a' in selection path 'a..b' not found");
        assertThat(eval("{ }", "-A", "\"a").exit()).isEqualTo(2);
    }

    @Test
    void functionsAreCalledWithTheArgumentsThatAreGiven() {
        assertThat(eval("{ a, b ? 2 }: a + b", "--arg", "a", "40").out()).isEqualTo("42\n");
        assertThat(eval("{ a, ... }@all: all", "--argstr", "a", "x", "--arg", "c", "[ ]")
                        .out())
                .isEqualTo("{ a = \"x\"; c = <CODE>; }\n");
        assertThat(eval("{ a }: a").out()).isEqualTo("<LAMBDA>\n");
    }

    @Test
    void filesAreReadAndImportTheirNeighbours() throws IOException {
        Path file = file("a.nix", "{ b = import ./b.nix; }");
        file("b.nix", "\"neighbour\"");
        file("default.nix", "\"the default\"");
        assertThat(run("eval", file.toString(), "-A", "b").out()).isEqualTo("\"neighbour\"\n");
        assertThat(run("eval", "-C", directory.toString(), "a.nix", "--strict").out())
                .isEqualTo("{ b = \"neighbour\"; }\n");
        assertThat(run("eval", directory.toString()).out()).isEqualTo("\"the default\"\n");
        assertThat(run("eval", directory.toString(), "--parse").out()).isEqualTo("\"the default\"\n");
    }

    @Test
    void filesOutsideAreForbiddenUnlessTheyAreNamedOrAllAreAllowed() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path inside = Files.createDirectory(directory.resolve("inside"));
        Files.writeString(outside.resolve("x.nix"), "7");
        String path = outside.resolve("x.nix").toString();
        String here = inside.toString();
        assertThat(eval("import " + path, "-C", here).err()).contains("access to path '" + path + "' is forbidden");
        assertThat(eval("import " + path, "-C", here, "--impure").out()).isEqualTo("7\n");
        assertThat(eval("import <o/x.nix>", "-C", here, "-I", "o=../outside").out())
                .isEqualTo("7\n");
        assertThat(eval("import <x.nix>", "-C", here, "-I../outside").out()).isEqualTo("7\n");
    }

    @Test
    void aNamedPathThatIsNotThereIsTold() {
        Result result = eval("<o>", "-C", directory.toString(), "-I", "o=missing");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("fairlead: -I: there is no file or directory " + directory + "/missing\n")
                .contains("error: file 'o' was not found in the Nix search path");
        assertThat(eval("1", "-C", directory.toString(), "-I", "o=missing").out())
                .isEqualTo("1\n");
    }

    @Test
    void aFunctionThatLacksAnArgumentSaysHowToGiveIt() {
        assertThat(eval("{ a, b }: a", "--arg", "b", "1").err())
                .startsWith("error: cannot evaluate a function that has an argument without a value ('a'); --arg a EXPR"
                        + " gives it one\n       at «string»:1:3:\n");
        assertThat(eval("{ __functor = self: { a }: a; }", "--arg", "a", "5").out())
                .isEqualTo("5\n");
        assertThat(eval("{ a }: a", "--arg", "a", "1", "--arg", "a", "2").out()).isEqualTo("2\n");
    }

    @Test
    void theSearchPathOfTheEnvironmentIsOnlyForImpureEvaluation() {
        CliRun run = CliRun.whole().with("NIX_PATH", "o=" + directory + ":/missing");
        assertThat(run.run("eval", "--impure", "-E", "<o>").out()).isEqualTo(directory + "\n");
        assertThat(run.run("eval", "-E", "<o>").exit()).isEqualTo(1);
    }

    @Test
    void aFailureIsShownAsNixShowsIt() {
        assertThat(eval("let x = 1; in\nx + throw \"no\"")).isEqualTo(new Result(1, "", """
                error:
                       … in an operand of '+'
                         at «string»:2:5:
                            1| let x = 1; in
                            2| x + throw "no"
                             |     ^

                       … while calling the 'throw' builtin
                         at «string»:2:5:
                            1| let x = 1; in
                            2| x + throw "no"
                             |     ^

                       error: no
                """));
        assertThat(eval("[ 1")).isEqualTo(new Result(1, "", """
                error: syntax error, unexpected end of file
                       at «string»:1:4:
                            1| [ 1
                             |    ^
                """));
        assertThat(eval("{ foo = 1; }.fo").err()).endsWith("""
                         at «string»:1:1:
                            1| { foo = 1; }.fo
                             | ^

                       error: attribute 'fo' missing
                       Did you mean foo?
                """);
    }

    @Test
    void callsAreToldIfAskedFor() {
        String program = "let f = x: throw x; in f \"no\"";
        assertThat(eval(program).err()).doesNotContain("from call site", "while calling 'f'");
        assertThat(eval(program, "--show-trace").err()).contains("… from call site", "… while calling 'f'");
    }

    @Test
    void anOperatorIsToldAsTheBuiltinThatItCalls() {
        assertThat(eval("1 - \"a\"").err()).isEqualTo("""
                error:
                       … while calling the 'sub' builtin
                         at «string»:1:3:
                            1| 1 - "a"
                             |   ^

                       … while evaluating the second argument of the subtraction

                       error: expected an integer but found a string: "a"
                """);
    }

    @Test
    void aFunctionThatGetsTheWrongArgumentsIsNotEntered() {
        assertThat(eval("({ a }: a) { }", "--show-trace").err()).isEqualTo("""
                error:
                       … from call site
                         at «string»:1:1:
                            1| ({ a }: a) { }
                             | ^

                       error: function 'anonymous lambda' called without required argument 'a'
                       at «string»:1:2:
                            1| ({ a }: a) { }
                             |  ^
                """);
    }

    @Test
    void framesThatRepeatAreCounted() {
        String program = "let f = n: if n == 0 then throw \"no\" else 1 + f (n - 1); in f 20";
        assertThat(eval(program, "--show-trace").err()).contains("duplicate frames omitted)");
    }

    @Test
    void textOfAProgramDoesNotControlTheTerminal() {
        assertThat(eval("throw \"\u001b[2J\"").err()).contains("error: ␛[2J").doesNotContain("\u001b");
    }

    @Test
    void anEvaluationMayBeLimited() {
        String endless = "let numbers = builtins.genList (x: x) 10000; sum = builtins.foldl' (a: b: a + b) 0; in "
                + "sum (map (n: sum (map (m: sum (map (x: x + n + m) numbers)) numbers)) numbers)";
        assertThat(eval(endless, "--timeout", "0.2").err()).contains("evaluation was stopped after 0.2 seconds");
        assertThat(eval(endless, "--max-memory", "1").err()).contains("error: evaluation needs more than 1 MiB");
        assertThat(eval("1", "--timeout", "soon").err())
                .isEqualTo("fairlead: --timeout needs a positive number, not 'soon'\n");
        assertThat(eval("1", "--timeout", "0").exit()).isEqualTo(2);
        assertThat(eval("1", "--max-memory", "1.5").err())
                .isEqualTo("fairlead: --max-memory needs a whole number, not '1.5'\n");
    }

    @Test
    void aFileThatIsNotThereIsNoFailureOfTheEvaluation() {
        assertThat(run("eval", directory.resolve("x.nix").toString()))
                .isEqualTo(new Result(2, "", "fairlead: there is no file " + directory.resolve("x.nix") + "\n"));
        assertThat(run("eval", directory.toString()).err()).contains("there is no file");
    }

    @Test
    void xmlSaysWhereThingsAreWritten() throws IOException {
        Path file = file("a.nix", "{ a = 1; f = { b, ... }: b; }");
        assertThat(run("eval", file.toString(), "--xml", "--strict").out())
                .isEqualTo("""
                <?xml version='1.0' encoding='utf-8'?>
                <expr>
                  <attrs>
                    <attr column="3" line="1" name="a" path="FILE">
                      <int value="1" />
                    </attr>
                    <attr column="10" line="1" name="f" path="FILE">
                      <function column="14" line="1" path="FILE">
                        <attrspat ellipsis="1">
                          <attr name="b" />
                        </attrspat>
                      </function>
                    </attr>
                  </attrs>
                </expr>
                """.replace("FILE", file.toString()));
    }

    @Test
    void thereIsExactlyOneExpression() {
        assertThat(run("eval").err()).isEqualTo("fairlead: eval needs a FILE or -E EXPR\n");
        assertThat(eval("1", "a.nix").err()).isEqualTo("fairlead: eval takes a FILE or -E EXPR, not both\n");
    }

    @Test
    void tracesGoToStandardError() {
        assertThat(eval("builtins.trace \"seen é\" 1")).isEqualTo(new Result(0, "1\n", "trace: seen é\n"));
    }
}
