package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.eval.Options.SearchPathEntry;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlakesTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace("FOLDER", folder.toString()));
    }

    /** What is printed for an expression in which {@code flake} is the flake of this folder in the test's folder. */
    private String evaluate(String name, String expression, Options options) {
        String program = "let flake = builtins.getFlake \"path:" + folder.resolve(name) + "\"; in " + expression;
        Evaluator evaluator = new Evaluator(options, Builtins::globals);
        try {
            return Bytes.decode(evaluator.run(
                    () -> Printer.printStrict(evaluator.evalText(Bytes.encode(program), "test", folder))));
        } catch (EvalException e) {
            return "error: " + Bytes.decode(e.reason());
        }
    }

    private String evaluate(String name, String expression) {
        return evaluate(name, expression, Options.DEFAULT.pureWithin(List.of(folder)));
    }

    @Test
    void outputsKnowTheFlakeItself() throws IOException {
        write(
                "a/flake.nix",
                "{ outputs = { self }: { x = 1; y = self.x + 1; file = self.outPath + \"/flake.nix\"; }; }");
        assertThat(evaluate("a", "[ flake.y flake.outputs.x flake._type (flake ? narHash) flake.inputs ]"))
                .isEqualTo("[ 2 1 \"flake\" true { } ]");
        assertThat(evaluate("a", "builtins.isFunction (import flake.file).outputs"))
                .isEqualTo("true");
    }

    @Test
    void withoutALockFileInputsAreTheFoldersThatTheFlakeNames() throws IOException {
        write(
                "a/flake.nix",
                "{ inputs = { b.url = \"path:FOLDER/b\"; c = { url = \"path:./c\"; flake = false; }; d.follows = \"b\"; };"
                        + " outputs = { self, b, c, d }: { x = [ b.x (import (c + \"/x.nix\")) d.x ]; }; }");
        write("a/c/x.nix", "2");
        write("b/flake.nix", "{ outputs = _: { x = 1; }; }");
        assertThat(evaluate("a", "flake.x")).isEqualTo("[ 1 2 1 ]");
    }

    @Test
    void theLockFileSaysWhatInputsAre() throws IOException {
        write("a/flake.nix", "{ inputs.b.url = \"github:o/b\"; outputs = { self, b, c, ... }: { x = b.x + c.x; }; }");
        write("b/flake.nix", "{ outputs = { self, shared }: { x = shared.x; }; }");
        write("c/flake.nix", "{ outputs = { self }: { x = 10; }; }");
        write("a/flake.lock", """
                { "root": "r", "version": 7, "nodes": {
                  "r": { "inputs": { "b": "b", "c": "c", "gone": "gone" } },
                  "b": { "inputs": { "shared": [ "c" ] }, "locked": { "type": "path", "path": "FOLDER/b" } },
                  "c": { "locked": { "type": "path", "path": "FOLDER/c" } },
                  "gone": { "locked": { "type": "github", "owner": "o", "repo": "gone" } } } }""");
        assertThat(evaluate("a", "flake.x")).isEqualTo("20");
        assertThat(evaluate("a", "flake.inputs.gone.x"))
                .isEqualTo("error: getFlake cannot get 'github:o/gone': nothing is downloaded during evaluation;"
                        + " name a local copy with -I gone=PATH");
    }

    @Test
    void anInputThatIsNoFolderIsTheEntryOfTheSearchPathWithItsName() throws IOException {
        write("a/flake.nix", "{ inputs.b.url = \"github:o/b\"; outputs = { self, b }: { inherit (b) x; }; }");
        write("elsewhere/flake.nix", "{ outputs = _: { x = 3; }; }");
        String path = Bytes.encode(folder.resolve("elsewhere").toString());
        assertThat(evaluate("a", "flake.x", Options.DEFAULT.withSearchPath(List.of(new SearchPathEntry("b", path)))))
                .isEqualTo("3");
        assertThat(evaluate("a", "flake.x")).startsWith("error: getFlake cannot get 'github:o/b'");
    }

    @Test
    void aReferenceThatNamesNoFolderSaysWhatToProvide() {
        assertThat(evaluate("a", "builtins.getFlake \"nixpkgs\""))
                .isEqualTo("error: getFlake cannot get 'flake:nixpkgs': nothing is downloaded during evaluation;"
                        + " name a local copy with -I nixpkgs=PATH");
        assertThat(evaluate("a", "builtins.getFlake \"path:./a\""))
                .isEqualTo(
                        "error: the flake reference 'path:./a' is relative, but nothing says to what; write an absolute"
                                + " path, such as \"path:${toString ./.}\"");
    }
}
