package dev.fairlead.cli.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.cli.disk.Disk;
import dev.fairlead.fleet.claim.Lock;
import dev.fairlead.fleet.claim.Locked;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run ends, the file holds one whole lock. */
final class LockFileTest {
    @TempDir
    private Path directory;

    private static Lock lock(int port) {
        var ports = new TreeMap<String, SortedMap<String, Integer>>();
        for (int i = 0; i < 50; i++) {
            ports.put("service:s" + i + "@h", new TreeMap<>(Map.of("web", port)));
        }
        return new Lock(ports);
    }

    private LockFile file() {
        return LockFile.in(directory);
    }

    /** The machine stops after some steps, in the middle of writing if that is the last. */
    private static final class Stopping implements Disk {
        private int left;

        Stopping(int steps) {
            left = steps;
        }

        private static final class Stop extends Error {
            private static final long serialVersionUID = 1L;
        }

        private void step() {
            if (left-- == 0) {
                throw new Stop();
            }
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            step();
            for (int quarter = 1; quarter <= 4; quarter++) {
                Files.write(file, Arrays.copyOf(content, content.length * quarter / 4));
                step();
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Disk.REAL.rename(from, to);
            step();
        }

        @Override
        public void syncNames(Path names) throws IOException {
            Disk.REAL.syncNames(names);
        }
    }

    @Test
    void aRunThatStopsAfterAnyStepLeavesTheOldLockOrTheNew() throws IOException {
        boolean finished = false;
        boolean renamed = false;
        for (int steps = 0; !finished; steps++) {
            file().write(lock(20_000));
            try {
                new LockFile(directory, new Stopping(steps)).write(lock(20_001));
                finished = true;
            } catch (Stopping.Stop stop) {
                assertThat(file().read()).isIn(new Locked.Present(lock(20_000)), new Locked.Present(lock(20_001)));
                renamed |= file().read().equals(new Locked.Present(lock(20_001)));
            }
        }
        assertThat(file().read()).isEqualTo(new Locked.Present(lock(20_001)));
        assertThat(renamed).isTrue();
    }

    /** What the test below starts and kills: writes one of two locks after the other until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            LockFile file = LockFile.in(Path.of(arguments[0]));
            for (int round = 0; ; round++) {
                file.write(lock(20_000 + round % 2));
                System.out.println(round);
                System.out.flush();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 37, 150})
    void aProcessThatIsKilledWhileItWritesLeavesAWholeLock(int rounds) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < rounds; i++) {
                assertThat(lines.readLine()).isNotNull();
            }
            writer.destroyForcibly().waitFor();
        }
        assertThat(file().read()).isIn(new Locked.Present(lock(20_000)), new Locked.Present(lock(20_001)));
        file().write(lock(20_002));
        assertThat(names()).containsExactly(Lock.FILE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aDiskThatIsFullLeavesTheOldLockAndNothingElse() throws IOException {
        file().write(lock(20_000));
        Disk full = new Disk() {
            @Override
            public void write(Path file, byte[] content) throws IOException {
                Files.write(file, Arrays.copyOf(content, 10));
                throw new IOException("No space left on device");
            }

            @Override
            public void rename(Path from, Path to) {
                throw new AssertionError("what is not written must not be renamed");
            }

            @Override
            public void syncNames(Path names) {}
        };
        assertThatThrownBy(() -> new LockFile(directory, full).write(lock(20_001)))
                .hasMessage("No space left on device");
        assertThat(file().read()).isEqualTo(new Locked.Present(lock(20_000)));
        assertThat(names()).containsExactly(Lock.FILE);
    }

    @Test
    void aLockThatIsALinkStaysOne() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(directory.resolve(Lock.FILE), elsewhere.resolve("lock.json"));
        Files.writeString(elsewhere.resolve("lock.json"), "{}");
        file().write(lock(20_000));
        assertThat(link).isSymbolicLink();
        assertThat(file().read()).isEqualTo(new Locked.Present(lock(20_000)));
    }

    @Test
    void noFileIsNoLockAndAFolderIsAnUnreadableOne() throws IOException {
        assertThat(file().read()).isEqualTo(new Locked.Absent());
        Files.createDirectory(directory.resolve(Lock.FILE));
        assertThat(file().read()).isInstanceOf(Locked.Unreadable.class);
    }
}
