package dev.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {
    @TempDir
    Path folder;

    @Test
    void theTextOfTheFilePasses() throws IOException {
        Path golden = Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");
        assertThatCode(() -> Golden.assertMatches(golden, "one\ntwo\n", false)).doesNotThrowAnyException();
    }

    @Test
    void lineEndsOfTheCheckoutDoNotMatter() throws IOException {
        Path golden = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo\r\n");
        assertThatCode(() -> Golden.assertMatches(golden, "one\ntwo\n", false)).doesNotThrowAnyException();
    }

    @Test
    void anotherTextFailsWithTheLinesThatDiffer() throws IOException {
        Path golden = Files.writeString(folder.resolve("a.txt"), "one\ntwo\nthree\n");
        assertThatThrownBy(() -> Golden.assertMatches(golden, "one\n2\nthree\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(golden.toString())
                .hasMessageContaining("-Dupdate.golden=true")
                .hasMessageContaining(" one\n-two\n+2\n three\n");
    }

    @Test
    void aMissingLineEndAtTheEndIsADifference() throws IOException {
        Path golden = Files.writeString(folder.resolve("a.txt"), "one\n");
        assertThatThrownBy(() -> Golden.assertMatches(golden, "one", false)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aMissingFileFailsAndSaysHowToWriteIt() {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("none.txt"), "text", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dupdate.golden=true")
                .hasMessageContaining("text");
    }

    @Test
    void updatingWritesTheFileAndItsFolders() throws IOException {
        Path golden = folder.resolve("deep/er/a.txt");
        Golden.assertMatches(golden, "new\n", true);
        assertThat(Files.readString(golden)).isEqualTo("new\n");
        Golden.assertMatches(golden, "new\n", false);
    }

    @Test
    void aResourceIsFoundInTheModuleUnderTest() {
        Golden.assertMatches("golden/sample.txt", "kept in src/test/resources of this module\n");
    }

    @Test
    void theBuildTellsWhetherToUpdate() {
        assertThat(System.getProperty("update.golden")).isIn("true", "false");
    }
}
