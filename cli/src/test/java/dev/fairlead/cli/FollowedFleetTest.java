package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.fleet.resolution.Resolution;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet whose files are edited: what it is after each edit is what a reader from scratch would find. */
final class FollowedFleetTest {
    @TempDir
    Path folder;

    private final PrintStream silent = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private final FleetPipeline fleets = new FleetPipeline(
            new Console(InputStream.nullInputStream(), silent, silent, Map.of(), () -> false, Path.of(".")));

    @BeforeEach
    void write() throws IOException {
        folder = folder.toRealPath();
        write("fleet.nix", "{ den.aspects.web.ports.http = { host, ... }: host.port; }");
        for (int host = 1; host <= 4; host++) {
            write("modules/web" + host + ".nix", host(host, 80));
        }
    }

    private static String host(int number, int port) {
        return "{ den.hosts.x86_64-linux.web%d = { includes = [ \"web\" ]; port = %d; }; }".formatted(number, port);
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        return Files.writeString(path, text);
    }

    private Resolution anew() {
        return fleets.open(folder, Fleets.Form.FAIRLEAD).resolution();
    }

    @Test
    void anEditOfAHostANewFileAndALostOneAreFollowed() throws IOException {
        FollowedFleet fleet = fleets.follow(folder);
        assertThat(fleet.now().fleet().resolution()).isEqualTo(anew());

        fleet.update(Set.of(write("modules/web2.nix", host(2, 8080))));
        assertThat(fleet.now().fleet().resolution()).isEqualTo(anew());

        fleet.update(Set.of(write("modules/web5.nix", host(5, 8081))));
        assertThat(fleet.now().fleet().resolution()).isEqualTo(anew());

        Path lost = folder.resolve("modules/web1.nix");
        Files.delete(lost);
        fleet.update(Set.of(lost));
        assertThat(fleet.now().fleet().resolution()).isEqualTo(anew());
    }

    @Test
    void whileThereIsNoFleetItIsWhatItWas() throws IOException {
        FollowedFleet fleet = fleets.follow(folder);
        Resolution before = fleet.now().fleet().resolution();
        Path main = folder.resolve("fleet.nix");
        Files.delete(main);
        for (int host = 1; host <= 4; host++) {
            Files.delete(folder.resolve("modules/web" + host + ".nix"));
        }
        Files.delete(folder.resolve("modules"));
        assertThatThrownBy(() -> fleet.update(Set.of(main))).isInstanceOf(UnusableInputException.class);
        assertThat(fleet.now().fleet().resolution()).isSameAs(before);
    }

    @Test
    void stampsTellWhichFilesAreOthers() throws IOException {
        FileStamps before = FileStamps.of(folder);
        Path longer = write("modules/web2.nix", host(2, 8080));
        Path come = write("modules/new.nix", "{ }");
        Path gone = folder.resolve("modules/web3.nix");
        Files.delete(gone);
        FileStamps after = FileStamps.of(folder);
        assertThat(after.changedSince(before)).containsExactlyInAnyOrder(longer, come, gone);
        assertThat(after.number()).isNotEqualTo(before.number());
        assertThat(after.changedSince(after)).isEmpty();
    }
}
