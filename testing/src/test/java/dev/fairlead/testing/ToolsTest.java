package dev.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class ToolsTest {
    /** The one program that is surely there, and behaves alike on every system: the Java that runs the test. */
    private static Program java(String source, Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("Main.java"), source);
        return new Program("java", Path.of(System.getProperty("java.home"), "bin", "java"), List.of(file.toString()));
    }

    @Test
    void aMissingToolSkipsTheTestAndNamesThePackage() {
        assertThatThrownBy(() -> Tools.require("no-such-package", "no-such-command"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no-such-command is not installed (Debian package no-such-package)");
    }

    @Test
    void aToolIsFoundOnTheSearchPathInItsOrder(@TempDir Path folder) throws Exception {
        Path program =
                Files.createFile(Files.createDirectory(folder.resolve("b")).resolve("tool"));
        String searchPath = folder.resolve("a") + System.getProperty("path.separator") + folder.resolve("b");
        assertThat(Tools.find("tool", searchPath)).as("not executable").isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Tools.find("tool", searchPath)).contains(program);
    }

    @Test
    void aRunGivesBackBothStreamsAndTheExitStatus(@TempDir Path folder) throws Exception {
        Program program = java("""
                void main(String[] args) throws Exception {
                    String input = new String(System.in.readAllBytes(), "UTF-8");
                    System.out.write((input + args[0]).getBytes("UTF-8"));
                    System.out.flush();
                    System.err.print("e".repeat(200_000));
                    System.exit(3);
                }
                """, folder);
        Program.Output output = program.feed("é", "x");
        assertThat(output.exit()).isEqualTo(3);
        assertThat(output.stdout()).isEqualTo("éx");
        assertThat(output.stderr()).hasSize(200_000);
        assertThatThrownBy(output::expectSuccess)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("with 3");
    }

    @Test
    void aRunThatDoesNotEndIsKilledAndFails(@TempDir Path folder) throws Exception {
        Program program = java("void main() throws Exception { Thread.sleep(60_000); }", folder);
        assertThatThrownBy(() -> program.run(folder, "", Duration.ofMillis(300), List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not end within 300 ms");
    }
}
