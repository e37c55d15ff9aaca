package dev.fairlead.bridge.clan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inventories in {@code resources/clan}, each with what is found in it: {@code NAME.json} and {@code NAME.findings}. */
final class ClanFindingsTest {
    private static final Path INVENTORIES = Repository.root().resolve("bridge/src/test/resources/clan");

    @TempDir
    private Path directory;

    static List<String> inventories() throws IOException {
        try (var files = Files.list(INVENTORIES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void anInventoryHasTheseFindings(String name) {
        Resolution resolution = Clan.resolve(INVENTORIES.resolve(name + ".json"));
        Golden.assertMatches("clan/" + name + ".findings", Clan.findings(resolution));
        assertThat(resolution.findings())
                .allSatisfy(finding -> assertThat(finding.location()).isNotNull())
                .extracting(Finding::id)
                .doesNotContain(FindingId.EVALUATION, FindingId.CONFLICTING_DEFINITIONS, FindingId.UNKNOWN_ASPECT);
    }

    @Test
    void nestingWithoutEndIsOneFinding() throws IOException {
        Path file = directory.resolve("deep.json");
        Files.writeString(file, "{\"machines\":".repeat(100_000));
        assertThat(Clan.resolve(file).findings())
                .extracting(Finding::message)
                .containsExactly("This is not JSON: values are nested deeper than anybody writes them.");
    }
}
