package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.nix.eval.Evaluator;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.Printer;
import dev.fairlead.testing.Program;
import dev.fairlead.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeTree() throws IOException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("sub/empty"));
        Files.writeString(tree.resolve("plain"), "text\n");
        Files.writeString(tree.resolve("sub/é"), "12345678");
        Files.writeString(tree.resolve("sub/run"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(tree.resolve("sub/run"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(tree.resolve("sub/link"), Path.of("../plain"));
        Files.createSymbolicLink(folder.resolve("alias"), Path.of("tree"));
    }

    @Test
    void sourcesHaveTheStorePathsThatNixGivesThem() {
        Program nix = Tools.nixInstantiate();
        String program = """
                let tree = FOLDER/tree; in {
                  whole = "${tree}";
                  file = "${tree}/plain: ${FOLDER/tree/plain} ${FOLDER/tree/sub/run}";
                  named = builtins.path { path = tree; name = "n"; };
                  flat = builtins.path { path = FOLDER/tree/sub/run; recursive = false; };
                  filtered = builtins.path { path = tree; filter = p: t: t != "symlink" && baseNameOf p != "empty"; };
                  source = builtins.filterSource (p: t: t == "directory") tree;
                  hashed = builtins.hashFile "sha256" FOLDER/tree/plain;
                  derivation = (derivation {
                    name = "d"; system = "s"; builder = tree + "/sub/run"; src = tree; args = [ tree FOLDER/tree/plain ];
                  }).drvPath;
                  text = builtins.toFile "t" "${tree}";
                  context = builtins.getContext "${tree}";
                }
                """.replace("FOLDER", folder.toString());
        String expected = nix.run("--eval", "--strict", "-E", program)
                .expectSuccess()
                .stdout()
                .strip();
        assertThat(evaluate(program)).isEqualTo(expected);
    }

    @Test
    void whatWasAddedCanBeReadUnderItsStorePath() {
        String program = """
                let copy = "${FOLDER/tree}"; in [
                  (builtins.readFile "${copy}/plain")
                  (builtins.attrNames (builtins.readDir copy))
                  (builtins.readFileType (copy + "/sub/link"))
                  (builtins.pathExists (copy + "/nope"))
                  (import (builtins.toFile "x.nix" "1 + 1"))
                  (builtins.match "Derive.*" (builtins.unsafeDiscardStringContext (builtins.readFile (derivation {
                    name = "d"; system = "s"; builder = "b";
                  }).drvPath)))
                ]
                """.replace("FOLDER", folder.toString());
        assertThat(evaluate(program)).isEqualTo("[ \"text\\n\" [ \"plain\" \"sub\" ] \"symlink\" false 2 [ ] ]");
    }

    /** Nix 2.8 would have taken the link itself. */
    @Test
    void aLinkIsFollowedBeforeItIsAdded() {
        String added = "builtins.path { name = \"n\"; path = " + folder + "/%s; }";
        assertThat(evaluate(added.formatted("alias"))).isEqualTo(evaluate(added.formatted("tree")));
    }

    @Test
    void aHashThatDoesNotFitIsRefused() {
        String program = "builtins.path { path = " + folder + "/tree; sha256 = \"" + "0".repeat(64) + "\"; }";
        assertThatThrownBy(() -> evaluate(program))
                .hasMessage("store path mismatch in (possibly filtered) path added from '" + folder + "/tree'");
    }

    private static String evaluate(String program) {
        Evaluator evaluator = new Evaluator(Options.DEFAULT, Builtins::globals);
        return Bytes.decode(evaluator.run(() -> Printer.printStrict(
                evaluator.evalText(Bytes.encode(program), Bytes.encode("«string»"), Path.of("/")))));
    }
}
