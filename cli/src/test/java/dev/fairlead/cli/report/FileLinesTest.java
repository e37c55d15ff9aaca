package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLinesTest {
    @TempDir
    Path root;

    @Test
    void linesAreCountedFromOneAndEndAtLineFeedsOnly() throws IOException {
        Files.writeString(root.resolve("a.nix"), "one\r\ntwo\rstill two\n\nlast");
        FileLines lines = new FileLines(root);
        assertThat(lines.line("a.nix", 1)).isEqualTo("one");
        assertThat(lines.line("a.nix", 2)).isEqualTo("two\rstill two");
        assertThat(lines.line("a.nix", 3)).isEmpty();
        assertThat(lines.line("a.nix", 4)).isEqualTo("last");
        assertThat(lines.line("a.nix", 5)).isNull();
        assertThat(lines.line("a.nix", 0)).isNull();
    }

    @Test
    void aManyLinedFileKeepsEachOfItsLines() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            text.append(i).append('\n');
        }
        Files.writeString(root.resolve("a.nix"), text);
        FileLines lines = new FileLines(root);
        for (int i = 1; i <= 100; i++) {
            assertThat(lines.line("a.nix", i)).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void whatIsNoFileHasNoLines() {
        FileLines lines = new FileLines(root);
        assertThat(lines.line("missing.nix", 1)).isNull();
        assertThat(lines.line(".", 1)).isNull();
        assertThat(lines.line("\0", 1)).isNull();
    }
}
