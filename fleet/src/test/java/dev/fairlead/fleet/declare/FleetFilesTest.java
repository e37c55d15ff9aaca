package dev.fairlead.fleet.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.nix.eval.Options;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleetFilesTest {
    @TempDir
    private Path directory;

    private WrittenFleet fleet;

    @BeforeEach
    void start() {
        fleet = new WrittenFleet(directory);
    }

    private static void assertUnreadable(Path path, String message) {
        assertThatThrownBy(() -> FleetFiles.read(path, Options.DEFAULT, WrittenFleet.LANGUAGE))
                .isInstanceOf(UnreadableFleetException.class)
                .hasMessage(message);
    }

    @Test
    void aMissingDirectoryCannotBeRead() {
        Path missing = directory.resolve("nowhere");
        assertUnreadable(missing, "There is no directory " + missing + ".");
    }

    @Test
    void aFileIsNoFleet() {
        fleet.with("fleet.nix", "{ }");
        Path file = directory.resolve("fleet.nix");
        assertUnreadable(file, file + " is not a directory.");
    }

    @Test
    void aDirectoryWithoutFilesOfAFleetCannotBeRead() {
        fleet.with("flake.nix", "{ }").with("modules/_aside.nix", "{ }").with("modules/notes.txt", "");
        assertUnreadable(
                directory, directory + " is not a fleet: it has neither fleet.nix nor .nix files below modules.");
    }

    @Test
    void filesAreFoundInPathOrderButForThoseSetAside() {
        fleet.with("modules/b.nix", "")
                .with("modules/a/z.nix", "")
                .with("modules/a/_y.nix", "")
                .with("modules/_c/x.nix", "")
                .with("modules/.#b.nix", "")
                .with("modules/b.txt", "")
                .with("other.nix", "")
                .with("fleet.nix", "");

        assertThat(fleet.input().contributions())
                .extracting(Contribution::file)
                .containsExactly("fleet.nix", "modules/a/z.nix", "modules/b.nix");
    }

    @Test
    void theFleetHasTheNameOfItsDirectory() {
        fleet.with("home/fleet.nix", "{ }");

        assertThat(new WrittenFleet(directory.resolve("home")).read().name()).isEqualTo("home");
    }

    @Test
    void linksInCirclesAreFoundOnce() throws IOException {
        fleet.with("modules/a.nix", "{ }");
        Files.createSymbolicLink(directory.resolve("modules/again"), Path.of("../modules"));
        Files.createSymbolicLink(directory.resolve("modules/self.nix"), Path.of("self.nix"));
        Files.createSymbolicLink(directory.resolve("modules/lost.nix"), Path.of("nowhere.nix"));
        Files.createSymbolicLink(directory.resolve("modules/b.nix"), Path.of("a.nix"));

        assertThat(fleet.findings()).isEqualTo("""
                error[evaluation] modules/again is a link to a directory that it lies in.
                  at modules/again:1:1 to 1:1
                error[evaluation] modules/lost.nix is a link that leads nowhere.
                  at modules/lost.nix:1:1 to 1:1
                error[evaluation] modules/self.nix is a link that leads nowhere.
                  at modules/self.nix:1:1 to 1:1
                """);
        assertThat(fleet.input().contributions()).extracting(Contribution::file).containsExactly("modules/a.nix");
    }

    @Test
    void aFleetFileThatLinksToItselfIsOneFinding() throws IOException {
        Files.createSymbolicLink(directory.resolve("fleet.nix"), Path.of("fleet.nix"));

        assertThat(fleet.findings()).isEqualTo("""
                error[evaluation] too many symbolic links encountered while traversing the path 'fleet.nix'.
                  at fleet.nix:1:1 to 1:1
                """);
    }

    @Test
    void aLinkOutOfTheFleetIsOneFinding(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("x.nix"), "{ }");
        fleet.with("fleet.nix", "{ imports = [ ./x.nix ]; }").with("modules/a.nix", "{ }");
        Files.createSymbolicLink(directory.resolve("x.nix"), elsewhere.resolve("x.nix"));
        Files.createSymbolicLink(directory.resolve("modules/y.nix"), elsewhere.resolve("x.nix"));

        String folder = elsewhere.getFileName().toString();
        assertThat(fleet.findings().replace(folder, "ELSEWHERE")).isEqualTo("""
                error[evaluation] access to path 'x.nix' is forbidden: it leads to 'PARENT/ELSEWHERE/x.nix', outside the fleet directory (DIRECTORY).
                  at fleet.nix:1:15 to 1:22
                error[evaluation] modules/y.nix is a link out of the fleet directory.
                  at modules/y.nix:1:1 to 1:1
                """);
    }

    @Test
    void aFleetBehindALinkIsReadLikeAnyOther(@TempDir Path elsewhere) throws IOException {
        fleet.with("fleet.nix", "{ imports = [ ./parts/a.nix ]; }").with("parts/a.nix", "{ den.fleet.nmae = 1; }");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), directory);

        assertThat(new WrittenFleet(link).findings()).contains("at parts/a.nix:1:3 to 1:17");
    }

    @Test
    void aFileThatIsNotUtf8IsOneFinding() throws IOException {
        fleet.with("fleet.nix", "");
        Files.write(directory.resolve("fleet.nix"), new byte[] {'{', '\n', ' ', (byte) 0xC3, '(', '}'});

        assertThat(fleet.findings()).isEqualTo("""
                error[evaluation] file 'fleet.nix' is not UTF-8 text.
                  at fleet.nix:2:2 to 2:3
                """);
    }

    @Test
    void aHugeFileIsOneFinding() throws IOException {
        fleet.with("fleet.nix", "");
        try (var file = new RandomAccessFile(directory.resolve("fleet.nix").toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertThat(fleet.findings()).isEqualTo("""
                error[evaluation] file 'fleet.nix' has 100 MB; source files may have 64 MB at most.
                  at fleet.nix:1:1 to 1:1
                """);
    }

    @Test
    @Tag("large")
    void aDeepExpressionIsReadOrIsOneFinding() {
        int depth = 100_000;
        fleet.with("fleet.nix", "{ den.fleet.name = " + "(".repeat(depth) + "\"deep\"" + ")".repeat(depth) + "; }");
        assertThat(fleet.findings()).isEmpty();
        assertThat(fleet.read().name()).isEqualTo("deep");

        fleet.with("fleet.nix", "{ den.environments.prod.tags = " + "[".repeat(depth) + "]".repeat(depth) + "; }");
        assertThat(fleet.findings()).isEqualTo("""
                error[evaluation] Item 1 of den.environments.prod.tags must be a string, but is a list.
                  at fleet.nix:1:33 to 1:34
                  subject env:prod
                """);

        fleet.with("fleet.nix", "{ den.fleet." + "a.".repeat(depth) + "b = 1; }");
        assertThat(fleet.findings()).isEmpty();
    }

    @Test
    void endlessRecursionIsOneFinding() {
        fleet.with("fleet.nix", "let f = n: f (n + 1) + 1; in { den.fleet.name = f 0; }");

        assertThat(fleet.findings())
                .startsWith("error[evaluation] stack overflow; max-call-depth exceeded.\n  at fleet.nix:1:");
        assertThat(fleet.findings().lines().filter(line -> line.startsWith("error")))
                .hasSize(1);
    }
}
