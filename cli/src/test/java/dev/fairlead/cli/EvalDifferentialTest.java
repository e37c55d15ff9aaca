package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Program.Output;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval} and {@code nix-instantiate --eval}, called the same way. */
final class EvalDifferentialTest {
    /** Arguments between bars; {@code DIR} is a directory with the files of {@link #write}. */
    private static final List<String> SAME = List.of(
            "-E|{ a = 1; b = throw \"not computed\"; }",
            "-E|let one = 1; in { a = 1; b = [ (one + 1) ]; }|--strict",
            "-E|[ 1.5e10 (1.0 / 3) null true \"a\\\"\\n\\t$${x\" ]|--strict",
            "-E|(x: y: x)",
            "-E|builtins.map",
            "-E|builtins.map (x: x)",
            "-E|let x = { a = x; }; in x|--strict",
            "-E|x: x|--arg|a|1",
            "-E|{ a, b ? a }: b|--arg|a|1",
            "-E|{ a, ... }@r: r|--arg|a|1|--argstr|z|y|--strict",
            "-E|{ __functor = self: { a }: a; }|--arg|a|5",
            "-E|{ outPath = \"p\"; x = 1; }|--json|--strict",
            "-E|let f = { a, b ? 2, ... }@c: c; in f { a = 1; }|--parse",
            "-E|y: \"a${toString 1}b\" + ''x ${y} '' + y|--parse",
            "-E|{ x, y }: assert x; with y; if a then b else rec { c = 1; d = c; }|--parse",
            "DIR",
            "DIR|--arg|x|2|--strict",
            "DIR|-A|a",
            "DIR|-A|a.b|--strict",
            "DIR|-A|a.b.1|--arg|y|[ 1 ]",
            "DIR|-A|\"c.d\".e",
            "DIR|-A|f",
            "DIR|-A|f|--arg|q|1",
            "DIR|-A|a|--json|--strict",
            "DIR|-A|a|--xml|--strict",
            "DIR|--argstr|x|é<&\">|-A|a|--xml|--strict",
            "DIR|--argstr|x|é|--strict|-A|a",
            "DIR/f.nix|-A|lib.n",
            "DIR/f.nix|-A|n|-I|o=DIR/lib",
            "DIR/lib|--strict|-A|n");

    private static final List<String> FAILING = List.of(
            "DIR|-A|a.b.2",
            "DIR|-A|a.b.x",
            "DIR|-A|a.x",
            "DIR|-A|a..b",
            "-E|throw \"no\"",
            "-E|undefinedName",
            "-E|{ f = x: x; }.g",
            "-E|1 + \"x\"",
            "-E|assert false; 1",
            "-E|undefinedName|--parse");

    @TempDir
    Path directory;

    private void write() throws IOException {
        Files.writeString(
                directory.resolve("default.nix"),
                "{ x ? 1, y ? x }: { a.b = [ x y ]; \"c.d\" = { e = \"é\"; }; f = z: z; }");
        Files.writeString(directory.resolve("f.nix"), "{ lib = import ./lib; n = import <o/n.nix>; }");
        Files.createDirectory(directory.resolve("lib"));
        Files.writeString(directory.resolve("lib/default.nix"), "{ n = 3; }");
        Files.writeString(directory.resolve("lib/n.nix"), "7");
    }

    private String[] words(String first, String second, String line) {
        return Stream.concat(
                        Stream.of(first, second),
                        Stream.of(line.replace("DIR", directory.toString()).split("\\|", -1)))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    @Test
    void theSameIsPrinted() throws IOException {
        Program nix = Tools.nixInstantiate();
        write();
        for (String line : SAME) {
            String expected =
                    nix.run(words("--eval", "", line)).expectSuccess().stdout().stripTrailing();
            Result result = CliRun.whole().run(words("eval", "", line));
            assertThat(result.out().stripTrailing()).as(line).isEqualTo(expected);
            assertThat(result.exit()).isZero();
        }
    }

    @Test
    void theSameFailsWithTheSameSentence() throws IOException {
        Program nix = Tools.nixInstantiate();
        write();
        for (String line : FAILING) {
            Output expected = nix.run(words("--eval", "", line));
            Result result = CliRun.whole().run(words("eval", "", line));
            assertThat(result.exit()).as(line).isEqualTo(expected.exit()).isEqualTo(1);
            assertThat(sentence(result.err())).as(line).isEqualTo(sentence(expected.stderr()));
        }
    }

    /** The last line that is an error. */
    private static String sentence(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("error: "))
                .reduce("", (first, last) -> last);
    }
}
