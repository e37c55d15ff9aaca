package dev.fairlead.nix.lib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.Functions;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.nix.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesetTest {
    @TempDir
    private Path folder;

    private final List<String> traced = new ArrayList<>();

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("a.nix", "b.txt", "sub/c.nix", "sub/deep/d.txt", "other/e.nix")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    @Test
    void aFolderHasAllItsFiles() {
        assertThat(list("./.")).isEqualTo("a.nix b.txt other/e.nix sub/c.nix sub/deep/d.txt");
    }

    @Test
    void setsAreUnitedIntersectedAndSubtracted() {
        assertThat(list("union ./a.nix ./sub/deep")).isEqualTo("a.nix sub/deep/d.txt");
        assertThat(list("unions [ ./b.txt ./other empty ]")).isEqualTo("b.txt other/e.nix");
        assertThat(list("intersection ./sub (union ./a.nix ./sub/deep)")).isEqualTo("sub/deep/d.txt");
        assertThat(list("intersection ./sub ./other")).isEmpty();
        assertThat(list("difference ./. ./sub")).isEqualTo("a.nix b.txt other/e.nix");
        assertThat(list("difference ./sub ./.")).isEmpty();
        assertThat(list("difference ./sub ./sub/deep/d.txt")).isEqualTo("sub/c.nix");
    }

    @Test
    void filesAreFilteredByName() {
        assertThat(list("fileFilter (f: f.hasExt \"nix\") ./.")).isEqualTo("a.nix other/e.nix sub/c.nix");
        assertThat(list("maybeMissing ./none")).isEmpty();
    }

    @Test
    void aSetIsPrintedAsATree() {
        print("lib.fileset.trace (lib.fileset.union ./a.nix ./sub) null");
        assertThat(traced)
                .containsExactly(
                        "trace: " + folder, "trace: - a.nix (regular)", "trace: - sub (all files in directory)");
    }

    @Test
    void whatIsNoFilesetIsRefused() {
        assertThat(print("lib.fileset.toList \"x\""))
                .startsWith("! lib.fileset.toList: Argument (\"x\") is a string-like");
        assertThat(print("lib.fileset.union ./. 1"))
                .isEqualTo("! lib.fileset.union: Second argument is of type int, but it should be a file set or a path"
                        + " instead.");
        assertThat(print("lib.fileset.toSource { root = ./sub; fileset = ./a.nix; }"))
                .contains("which is not under the `root`");
    }

    private String list(String expression) {
        String strip = "map (path: lib.removePrefix \"${toString ./.}/\" (toString path))";
        String printed =
                print("with lib.fileset; lib.concatStringsSep \" \" (" + strip + " (toList (" + expression + ")))");
        return printed.substring(1, printed.length() - 1);
    }

    private String print(String expression) {
        Evaluator evaluator = Nix.evaluator(Options.DEFAULT.withTrace(message -> traced.add(Bytes.decode(message))));
        try {
            return Bytes.decode(evaluator.run(() -> {
                Value function = evaluator.evalText("lib: " + Bytes.encode(expression), "test", folder);
                return Printer.printStrict(Functions.call(function, Lib.of(evaluator)));
            }));
        } catch (EvalException failure) {
            return "! " + Bytes.decode(failure.reason());
        }
    }
}
