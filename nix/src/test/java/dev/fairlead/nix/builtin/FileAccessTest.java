package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccessTest {
    @TempDir
    Path folder;

    private final List<String> traces = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        write("dir/default.nix", "{ here = ./.; self = 1; }");
        write("value.nix", "{ a = 1; }");
        write("scoped.nix", "x + y");
        write("text", "héllo");
        write("zero", "a\0b");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("dir"));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String evaluate(String expression, Options options) {
        Evaluator evaluator = new Evaluator(options.withTrace(traces::add), Builtins::globals);
        try {
            return Bytes.decode(
                            evaluator.run(() -> Printer.printStrict(evaluator.evalText(expression, "test", folder))))
                    .replace(folder.toString(), "FOLDER");
        } catch (EvalException e) {
            return "error: " + Bytes.decode(e.reason()).replace(folder.toString(), "FOLDER");
        }
    }

    private String evaluate(String expression) {
        return evaluate(expression, Options.DEFAULT);
    }

    private String evaluatePurely(String expression) {
        return evaluate(expression, Options.DEFAULT.pureWithin(List.of(folder)));
    }

    @Test
    void importEvaluatesAFileOrTheDefaultOfAFolder() {
        assertThat(evaluate("(import ./value.nix).a")).isEqualTo("1");
        assertThat(evaluate("import ./dir")).isEqualTo("{ here = FOLDER/dir; self = 1; }");
        assertThat(evaluate("(import ./link).here")).isEqualTo("FOLDER/dir");
        assertThat(evaluate("import (toString ./value.nix)")).isEqualTo("{ a = 1; }");
        assertThat(evaluate("import { outPath = ./value.nix; }")).isEqualTo("{ a = 1; }");
        assertThat(evaluate("import \"value.nix\""))
                .isEqualTo("error: string 'value.nix' doesn't represent an absolute path");
        assertThat(evaluate("import ./nope.nix")).startsWith("error: ").contains("FOLDER/nope.nix");
    }

    @Test
    void scopedImportAddsVariables() {
        assertThat(evaluate("scopedImport { x = 1; y = 2; } ./scoped.nix")).isEqualTo("3");
        assertThat(evaluate("scopedImport 1 ./scoped.nix")).isEqualTo("error: expected a set but found an integer: 1");
    }

    @Test
    void filesAreReadAsBytes() {
        assertThat(evaluate("builtins.readFile ./text")).isEqualTo("\"héllo\"");
        assertThat(evaluate("builtins.stringLength (builtins.readFile ./text)")).isEqualTo("6");
        assertThat(evaluate("builtins.readFile ./zero"))
                .isEqualTo("error: the contents of the file 'FOLDER/zero' cannot be represented as a Nix string");
    }

    @Test
    void foldersListTheTypesOfTheirEntries() {
        assertThat(evaluate("builtins.readDir ./."))
                .isEqualTo(
                        "{ dangling = \"symlink\"; dir = \"directory\"; link = \"symlink\"; \"scoped.nix\" = \"regular\";"
                                + " text = \"regular\"; \"value.nix\" = \"regular\"; zero = \"regular\"; }");
        assertThat(evaluate("map builtins.readFileType [ ./dir ./link ./text ]"))
                .isEqualTo("[ \"directory\" \"symlink\" \"regular\" ]");
    }

    @Test
    void aPathExistsEvenIfItIsALinkThatLeadsNowhere() {
        assertThat(evaluate("map builtins.pathExists [ ./text ./nope ./dangling ./dir ]"))
                .isEqualTo("[ true false true true ]");
        assertThat(
                        evaluate(
                                "map (s: builtins.pathExists (toString ./. + s)) [ \"/text/\" \"/dir/\" \"/link/\" \"/link/.\" ]"))
                .isEqualTo("[ false true true true ]");
    }

    @Test
    void aPureEvaluationSeesNothingOutsideItsFolder() {
        assertThat(evaluatePurely("builtins.readFile ./text")).isEqualTo("\"héllo\"");
        assertThat(evaluatePurely("builtins.pathExists /etc")).isEqualTo("false");
        assertThat(evaluatePurely("builtins.readFile /etc/passwd"))
                .isEqualTo(
                        "error: access to path '/etc/passwd' is forbidden: it is outside the fleet directory (FOLDER)");
        assertThat(evaluatePurely("builtins.getEnv \"PATH\"")).isEqualTo("\"\"");
        assertThat(evaluatePurely("[ (builtins ? currentTime) (builtins ? currentSystem) ]"))
                .isEqualTo("[ false false ]");
    }

    @Test
    void lookupPathsFindTheFirstEntryThatHasTheFile() {
        Options options = Options.DEFAULT.withSearchPath(List.of(
                new Options.SearchPathEntry("named", folder + "/dir"),
                new Options.SearchPathEntry("", folder + "/dir"),
                new Options.SearchPathEntry("", folder.toString())));
        assertThat(evaluate("[ <named> <named/default.nix> <text> <default.nix> ]", options))
                .isEqualTo("[ FOLDER/dir FOLDER/dir/default.nix FOLDER/text FOLDER/dir/default.nix ]");
        assertThat(evaluate("<nope>", options))
                .isEqualTo("error: file 'nope' was not found in the Nix search path (add it using $NIX_PATH or -I)");
        assertThat(evaluatePurely("<nope>")).isEqualTo("error: cannot look up '<nope>' in pure evaluation mode");
    }

    @Test
    void positionsOfAttributesAreThoseOfTheirFile() {
        assertThat(evaluate("builtins.unsafeGetAttrPos \"a\" (import ./value.nix)"))
                .isEqualTo("{ column = 3; file = \"FOLDER/value.nix\"; line = 1; }");
        assertThat(evaluate("builtins.unsafeGetAttrPos \"a\" (builtins.mapAttrs (n: v: v) (import ./value.nix))"))
                .isEqualTo("null");
        assertThat(evaluate("(builtins.unsafeGetAttrPos \"a\" (removeAttrs (import ./value.nix) [ \"b\" ])).line"))
                .isEqualTo("1");
    }

    @Test
    void tracesAndWarningsAreWrittenBeforeTheValueIsForced() {
        evaluate(
                "builtins.trace { a = 1; b = throw \"not forced\"; } (builtins.trace \"x\\ny\" (builtins.warn \"w\" 1))");
        assertThat(traces.stream().map(Bytes::decode))
                .containsExactly("trace: { a = 1; b = «thunk»; }", "trace: x\ny", "evaluation warning: w");
    }
}
