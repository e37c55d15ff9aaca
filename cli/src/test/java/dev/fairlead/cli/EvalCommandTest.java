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
        assertThat(eval("x: 1 + x", "--parse").out()).isEqualTo("(x: (1 + x))\n");
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
        assertThat(eval("{ a = 1; }", "-A", "b").err())
                .isEqualTo("error: attribute 'b' in selection path 'b' not found\n");
        assertThat(eval("[ 1 ]", "-A", "1").err()).contains("list index 1 in selection path '1' is out of range");
        assertThat(eval("{ a = 1; }", "-A", "a.b").err()).contains("should be a set but is an integer");
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
    void aFailureIsShownWithItsSourceLine() {
        Result failed = eval("let x = 1; in\nx + throw \"no\"");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .startsWith("error:")
                .contains("at «string»:2:5:", "2| x + throw \"no\"")
                .endsWith("error: no\n");
        Result unread = eval("[ 1");
        assertThat(unread.exit()).isEqualTo(1);
        assertThat(unread.err()).startsWith("error: syntax error, unexpected end of file, expecting ']'\n");
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
