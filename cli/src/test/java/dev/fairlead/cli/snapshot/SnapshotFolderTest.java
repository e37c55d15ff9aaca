package dev.fairlead.cli.snapshot;

import static dev.fairlead.cli.snapshot.SnapshotName.DEPLOYED;
import static dev.fairlead.cli.snapshot.SnapshotName.LATEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.cli.disk.Disk;
import dev.fairlead.cli.document.DocumentException;
import dev.fairlead.cli.document.ResolutionReader;
import dev.fairlead.cli.report.ResolutionJson;
import dev.fairlead.cli.report.Samples;
import dev.fairlead.fleet.resolution.Resolution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotFolderTest {
    private static final Resolution ONE = asItIsWritten(Samples.broken());
    private static final Resolution OTHER = asItIsWritten(Samples.fleet(List.of()));

    /** Without the numbers that JSON has not. */
    private static Resolution asItIsWritten(Resolution resolution) {
        var json = new ByteArrayOutputStream();
        ResolutionJson.write(resolution, json);
        try {
            return ResolutionReader.parse(json.toByteArray());
        } catch (DocumentException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @TempDir
    private Path directory;

    private SnapshotFolder folder() {
        return SnapshotFolder.in(directory);
    }

    private Path file(Snapshot snapshot) {
        return directory.resolve(".fairlead/resolutions/" + snapshot.id() + ".json.gz");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(".fairlead/resolutions"))) {
            return files.count();
        }
    }

    @Test
    void whatWasKeptIsReadBack() throws Exception {
        Snapshot one = folder().keep(ONE, List.of(LATEST, DEPLOYED));
        Snapshot other = folder().keep(OTHER, List.of(LATEST));
        assertThat(folder().read("deployed")).isEqualTo(ONE);
        assertThat(folder().read("latest")).isEqualTo(OTHER);
        assertThat(folder().read(one.shortId())).isEqualTo(ONE);
        assertThat(folder().history(LATEST)).containsExactly(one, other);
        assertThat(one.words()).isEqualTo("home: 4 services, 2 hosts, 1 error");
    }

    @Test
    void equalResolutionsAreOneFile() throws Exception {
        Snapshot one = folder().keep(ONE, List.of(LATEST));
        byte[] written = Files.readAllBytes(file(one));
        assertThat(folder().keep(ONE, List.of(LATEST, DEPLOYED))).isEqualTo(one);
        assertThat(files()).isEqualTo(1);
        assertThat(file(one)).hasBinaryContent(written);
        assertThat(folder().history(LATEST)).containsExactly(one);
    }

    @Test
    void whatIsNotThereIsToldWithWhatToType() {
        assertThatThrownBy(() -> folder().read("deployed"))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(
                        "there is no deployed snapshot in " + directory + "; fairlead snapshot --deployed keeps one");
        assertThatThrownBy(() -> folder().read("cafe"))
                .hasMessage("there is no snapshot cafe in " + directory + "; fairlead snapshot --list shows them");
        assertThatThrownBy(() -> folder().read("../x")).hasMessageContaining("is no snapshot");
    }

    @Test
    void aDamagedSnapshotIsRefusedAndLeftAsItIs() throws Exception {
        Snapshot one = folder().keep(ONE, List.of(LATEST));
        for (byte[] damaged : List.of(new byte[0], new byte[] {1, 2, 3}, packed("{}"))) {
            Files.write(file(one), damaged);
            assertThatThrownBy(() -> folder().read("latest"))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageStartingWith(".fairlead/resolutions/" + one.id() + ".json.gz is damaged");
            assertThat(file(one)).hasBinaryContent(damaged);
        }
        Files.delete(file(one));
        assertThatThrownBy(() -> folder().read("latest")).hasMessageContaining("is gone");
    }

    @Test
    void aSnapshotOfALaterVersionIsRefused() throws Exception {
        Files.createDirectories(directory.resolve(".fairlead/resolutions"));
        String later = "{\"schema\":\"fairlead/resolution/9\"}";
        Snapshot named = new Snapshot(sha256(later), "x");
        Files.write(file(named), packed(later));
        assertThatThrownBy(() -> folder().read(named.shortId()))
                .hasMessageContaining("is of a later version of Fairlead");
    }

    @Test
    void aDamagedFileOfNamesIsRefusedAndLeftAsItIs() throws Exception {
        Snapshot ignored = folder().keep(ONE, List.of(LATEST));
        Path names = directory.resolve(".fairlead/latest");
        for (String damaged : List.of("x\n", "\n", "../../etc/passwd y\n")) {
            Files.writeString(names, damaged);
            assertThatThrownBy(() -> folder().read("latest"))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageStartingWith(".fairlead/latest is damaged");
            assertThatThrownBy(() -> folder().keep(OTHER, List.of(LATEST))).isInstanceOf(SnapshotException.class);
            assertThat(names).hasContent(damaged);
        }
    }

    /** The machine stops after some steps. */
    private static final class Stopping implements Disk {
        private int left;

        Stopping(int steps) {
            left = steps;
        }

        private void step() throws IOException {
            if (left-- <= 0) {
                throw new IOException("stopped");
            }
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            step();
            Disk.REAL.write(file, content);
            step();
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            step();
            Disk.REAL.rename(from, to);
        }

        @Override
        public void syncNames(Path names) throws IOException {
            step();
        }
    }

    @Test
    void aRunThatStopsAnywhereLeavesNamesThatLeadToWholeSnapshots() throws Exception {
        boolean finished = false;
        for (int steps = 0; !finished; steps++) {
            Path fleet = Files.createDirectory(directory.resolve("f" + steps));
            Snapshot old = SnapshotFolder.in(fleet).keep(ONE, List.of(LATEST, DEPLOYED));
            try {
                Snapshot ignored =
                        new SnapshotFolder(fleet, new Stopping(steps)).keep(OTHER, List.of(LATEST, DEPLOYED));
                finished = true;
            } catch (IOException stopped) {
                assertThat(SnapshotFolder.in(fleet).history(DEPLOYED)).contains(old);
            }
            for (SnapshotName name : SnapshotName.values()) {
                assertThat(SnapshotFolder.in(fleet).read(name.text())).isIn(ONE, OTHER);
            }
        }
        assertThat(finished).isTrue();
    }

    private static byte[] packed(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
