package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that no one should write: each is one clear finding or sentence. */
final class BadInputTest {
    @TempDir
    Path directory;

    private Result check(String fleet) throws IOException {
        return check(fleet.getBytes(StandardCharsets.UTF_8));
    }

    private Result check(byte[] fleet) throws IOException {
        Files.write(directory.resolve("fleet.nix"), fleet);
        return check();
    }

    private Result check() {
        return CliRun.whole().run("check", directory.toString());
    }

    private static void isOneFinding(Result result, String start) {
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith(start).contains("\n1 error in ").doesNotContain("\tat ", "java.");
    }

    @Test
    void aMissingDirectory() {
        Path missing = directory.resolve("missing");
        assertThat(CliRun.whole().run("check", missing.toString()))
                .isEqualTo(new Result(2, "", "fairlead: There is no directory " + missing + ".\n"));
    }

    @Test
    void aDirectoryWithoutAFleet() {
        assertThat(check().exit()).isEqualTo(2);
        assertThat(check().err()).contains("is not a fleet");
    }

    @Test
    void anEmptyFile() throws IOException {
        isOneFinding(check(""), "error[syntax]: ");
    }

    @Test
    void aSyntaxError() throws IOException {
        isOneFinding(check("{ den.hosts = [ 1; }"), "error[syntax]: ");
        assertThat(check().out()).contains(" --> fleet.nix:1:18\n");
    }

    @Test
    void invalidUtf8() throws IOException {
        byte[] fleet = "{ den.fleet.name = \"a?\"; }".getBytes(StandardCharsets.US_ASCII);
        fleet[21] = (byte) 0xff;
        isOneFinding(check(fleet), "error[");
        assertThat(check().out()).contains("UTF-8");
    }

    @Test
    void aHugeFile() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("fleet.nix").toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        isOneFinding(check(), "error[evaluation]: file 'fleet.nix' has 95 MB");
    }

    @Test
    void infiniteRecursion() throws IOException {
        isOneFinding(check("let x = x; in { den.fleet.name = x; }"), "error[value-cycle]: ");
    }

    @Test
    void endlessCalls() throws IOException {
        isOneFinding(
                check("let f = n: 1 + f n; in { den.fleet.name = toString (f 0); }"),
                "error[evaluation]: stack overflow; max-call-depth exceeded.");
    }

    @Test
    void aDeepExpression() throws IOException {
        String value = "(".repeat(100_000) + "\"x\"" + ")".repeat(100_000);
        assertThat(check("{ den.fleet.name = " + value + "; }").exit()).isZero();
        String list = "[".repeat(100_000) + "]".repeat(100_000);
        isOneFinding(check("{ den.fleet.name = " + list + "; }"), "error[evaluation]: den.fleet.name must be a string");
    }

    @Test
    void throwAndAbort() throws IOException {
        isOneFinding(
                check("{ den.fleet.name = throw \"not today\"; }"),
                "error[evaluation]: not today.\n --> fleet.nix:1:20\n");
        isOneFinding(check("{ den.fleet.name = abort \"stop\"; }"), "error[evaluation]: evaluation aborted");
    }

    @Test
    void anImportOutsideTheFleet() throws IOException {
        Path fleet = Files.createDirectory(directory.resolve("fleet"));
        Files.writeString(directory.resolve("other.nix"), "{ }");
        Files.writeString(fleet.resolve("fleet.nix"), "{ imports = [ ../other.nix ]; }");
        isOneFinding(CliRun.whole().run("check", fleet.toString()), "error[evaluation]: ");
    }

    @Test
    void aLoopOfLinks() throws IOException {
        Files.createSymbolicLink(directory.resolve("fleet.nix"), Path.of("other.nix"));
        Files.createSymbolicLink(directory.resolve("other.nix"), Path.of("fleet.nix"));
        isOneFinding(check(), "error[evaluation]: too many symbolic links");
    }

    @Test
    void twoHostsOfOneName() throws IOException {
        isOneFinding(check("{ den.hosts.a.x = { }; den.hosts.b.x = { }; }"), "error[duplicate-host]: ");
    }

    @Test
    void textThatWouldControlTheTerminal() throws IOException {
        isOneFinding(check("{ den.fleet.name = throw \"\u001b[2J\"; }"), "error[evaluation]: ␛[2J");
        assertThat(check().out()).doesNotContain("\u001b");
    }
}
