package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages in {@code docs/findings} do not only talk: the first example of each is a fleet that has the finding. */
final class FindingPagesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void theExampleOfAPageHasItsFinding(FindingId id) throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/findings/" + id.text() + ".md"));
        boolean clan = page.contains("```json");
        String fence = clan ? "```json\n" : "```nix\n";
        int start = page.indexOf(fence) + fence.length();
        write(page.substring(start, page.indexOf("```", start)), clan);
        String folder = directory.toString();
        Result result = clan
                ? CliRun.whole().run("check", folder, "--from", "clan")
                : CliRun.whole().run("check", folder);
        assertThat(result.out()).contains("[" + id.text() + "]: ");
        assertThat(result.out().lines().filter(line -> line.startsWith(" --> ")))
                .hasSize(1);
    }

    /** Writes an example; one of several files names each in a comment. What is no Nix lies beside the modules. */
    private void write(String example, boolean clan) throws IOException {
        if (clan) {
            Files.writeString(directory.resolve("inventory.json"), example);
            return;
        }
        if (!example.startsWith("# ")) {
            Files.writeString(directory.resolve("fleet.nix"), example);
            return;
        }
        Path modules = Files.createDirectory(directory.resolve("modules"));
        for (String file : example.substring(2).split("\n# ", -1)) {
            int end = file.indexOf('\n');
            String name = file.substring(0, end);
            Path folder = name.endsWith(".nix") ? modules : directory;
            Files.writeString(folder.resolve(name), file.substring(end + 1));
        }
    }
}
