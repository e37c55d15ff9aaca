package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.resolve.GoldenFleet;
import dev.fairlead.fleet.resolve.WrittenFleet;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fleets in {@code resources/declare}, each with what is found in it: {@code NAME.fleet} and {@code NAME.findings}. */
final class DeclarationFindingsTest {
    private static final Path FLEETS = Repository.root().resolve("fleet/src/test/resources/declare");

    @TempDir
    private Path directory;

    static List<String> fleets() throws IOException {
        return GoldenFleet.names("declare");
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aFleetHasTheseFindings(String name) throws IOException {
        WrittenFleet fleet = new WrittenFleet(directory);
        GoldenFleet.write(directory, Files.readString(FLEETS.resolve(name + ".fleet")));
        Golden.assertMatches(FLEETS.resolve(name + ".findings"), fleet.findings());
    }
}
