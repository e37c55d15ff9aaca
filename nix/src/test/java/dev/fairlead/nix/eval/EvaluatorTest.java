package dev.fairlead.nix.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.syntax.SyntaxException;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    @TempDir
    Path temporary;

    private Path fleet;

    @BeforeEach
    void makeFleet() throws IOException {
        Path outside = temporary.toRealPath();
        fleet = java.nio.file.Files.createDirectory(outside.resolve("fleet"));
        write("secret.nix", "\"outside\"", outside);
    }

    @Test
    void fileIsImportedOnce() {
        write("once.nix", "builtins.trace \"read\" (x: x)");
        List<String> traces = new ArrayList<>();
        Evaluator evaluator = Nix.evaluator(Options.DEFAULT.withTrace(traces::add));
        assertThat(print(evaluator, "[ (import ./once.nix 1) (import ./once.nix 2) ]"))
                .isEqualTo("[ 1 2 ]");
        assertThat(traces).containsExactly("trace: read");
    }

    @Test
    void directoryMeansItsDefaultFileAndLinksAreFollowed() throws IOException {
        java.nio.file.Files.createDirectory(fleet.resolve("part"));
        write("part/default.nix", "import ./value.nix");
        write("part/value.nix", "7");
        java.nio.file.Files.createSymbolicLink(fleet.resolve("link.nix"), Path.of("part/default.nix"));
        assertThat(print(pure(), "[ (import ./part) (import ./link.nix) ]")).isEqualTo("[ 7 7 ]");
    }

    @Test
    void linksThatGoRoundAreAnError() throws IOException {
        java.nio.file.Files.createSymbolicLink(fleet.resolve("a.nix"), Path.of("b.nix"));
        java.nio.file.Files.createSymbolicLink(fleet.resolve("b.nix"), Path.of("a.nix"));
        assertThatThrownBy(() -> print(pure(), "import ./a.nix"))
                .hasMessageStartingWith("too many symbolic links encountered");
    }

    @Test
    void fileThatImportsItselfIsAnInfiniteRecursion() {
        write("self.nix", "import ./self.nix");
        assertThatThrownBy(() -> print(pure(), "import ./self.nix")).hasMessage("infinite recursion encountered");
    }

    @Test
    void pureEvaluationSeesNothingOutsideTheFleet() throws IOException {
        java.nio.file.Files.createSymbolicLink(fleet.resolve("escape.nix"), Path.of("../secret.nix"));
        java.nio.file.Files.createSymbolicLink(fleet.resolve("up"), Path.of(".."));
        String secret = fleet.toRealPath().resolveSibling("secret.nix").toString();
        Map.of(
                        "import ../secret.nix",
                        "is",
                        "import ./escape.nix",
                        "leads to '" + secret + "',",
                        "import ./up/secret.nix",
                        "leads to '" + secret + "',",
                        "builtins.readFile /etc/passwd",
                        "is",
                        "builtins.readFile ./escape.nix",
                        "leads to '" + secret + "',",
                        "builtins.readDir ../.",
                        "is")
                .forEach((expression, where) -> assertThatThrownBy(() -> print(pure(), expression))
                        .as(expression)
                        .isInstanceOfSatisfying(EvalException.class, e -> {
                            assertThat(e.kind()).isEqualTo(EvalException.Kind.INPUT);
                            assertThat(e.reason())
                                    .contains("is forbidden: it " + where + " outside the fleet directory (" + fleet);
                        }));
        assertThat(print(pure(), "builtins.pathExists ./up/secret.nix")).isEqualTo("false");
    }

    @Test
    void scopedImportGivesVariablesThatHideGlobals() {
        write("scoped.nix", "map + x");
        assertThat(print(pure(), "scopedImport { map = 1; x = 2; } ./scoped.nix"))
                .isEqualTo("3");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> print(pure(), "import ./none.nix"))
                .hasMessage("path '" + fleet.resolve("none.nix") + "' does not exist");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWhereThatIsAskedFor() throws IOException {
        java.nio.file.Files.write(fleet.resolve("latin1.nix"), new byte[] {'"', (byte) 0xe9, '"'});
        assertThat(print(pure(), "builtins.stringLength (import ./latin1.nix)")).isEqualTo("1");
        Evaluator strict = Nix.evaluator(Options.DEFAULT.withStrictUtf8(true));
        assertThatThrownBy(() -> print(strict, "import ./latin1.nix")).hasMessageContaining("is not UTF-8");
    }

    @Test
    void undefinedVariableIsFoundBeforeEvaluationWithSuggestions() {
        assertThatThrownBy(() -> print(pure(), "let colour = 1; in if true then 1 else color"))
                .isInstanceOfSatisfying(SyntaxException.class, e -> {
                    assertThat(e.reason()).isEqualTo("undefined variable 'color'");
                    assertThat(e.suggestions()).containsExactly("colour");
                });
    }

    @Test
    void missingAttributeSuggestsSimilarNames() {
        assertThatThrownBy(() -> print(pure(), "{ enable = 1; enabled = 2; x = 3; }.enabel"))
                .isInstanceOfSatisfying(
                        EvalException.class, e -> assertThat(e.suggestions()).containsExactly("enable", "enabled"));
    }

    @Test
    void longChainOfPromisesIsEvaluated() {
        String sum =
                "let go = builtins.foldl' (acc: x: { v = acc.v + x; }) { v = 0; }; in (go (builtins.genList (i: i) 300000)).v";
        assertThat(print(pure(), sum)).isEqualTo("44999850000");
    }

    @Test
    void deepNestingIsParsedAndEvaluated() {
        int depth = 50_000;
        assertThat(print(pure(), "(".repeat(depth) + "1" + ")".repeat(depth))).isEqualTo("1");
        Value list = pure().evalText("[".repeat(depth) + "]".repeat(depth), "deep", fleet);
        assertThat(list.type()).isEqualTo(Value.Type.LIST);
    }

    @Test
    void callsThatNestTooDeeplyFailAndLeaveTheEvaluatorUsable() {
        Evaluator evaluator = Nix.evaluator(Options.DEFAULT.withMaxCallDepth(100));
        assertThatThrownBy(() -> print(evaluator, "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f 100"))
                .isInstanceOfSatisfying(EvalException.class, e -> {
                    assertThat(e.kind()).isEqualTo(EvalException.Kind.LIMIT);
                    assertThat(e.reason()).isEqualTo("stack overflow; max-call-depth exceeded");
                });
        assertThat(print(evaluator, "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f 98"))
                .isEqualTo("98");
    }

    @Test
    void evaluationCanBeStoppedFromOutside() throws InterruptedException {
        Evaluator evaluator = pure();
        Thread stopper = Thread.ofVirtual().start(() -> evaluator.interrupt("took too long"));
        stopper.join();
        assertThatThrownBy(() -> print(evaluator, "(x: x) 1")).hasMessage("took too long");
    }

    @Test
    void workInsideWorkIsDoneOnTheSameThread() {
        Evaluator evaluator = pure();
        Value value = evaluator.run(() -> evaluator.run(() -> evaluator.evalText("1 + 1", "text", fleet)));
        assertThat(((IntValue) value).value()).isEqualTo(2);
    }

    private Evaluator pure() {
        return Nix.evaluator(Options.DEFAULT.pureWithin(List.of(fleet)));
    }

    private String print(Evaluator evaluator, String expression) {
        return evaluator.run(() -> Printer.printStrict(evaluator.evalText(expression, "text", fleet)));
    }

    private void write(String name, String text) {
        write(name, text, fleet);
    }

    private static void write(String name, String text, Path folder) {
        try {
            java.nio.file.Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
