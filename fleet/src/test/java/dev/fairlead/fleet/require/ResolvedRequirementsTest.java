package dev.fairlead.fleet.require;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolve.GoldenFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleets in {@code resources/require}: what requirements are bound to, and what is said of those that are not. */
final class ResolvedRequirementsTest {
    @TempDir
    private Path directory;

    static List<String> fleets() throws IOException {
        return GoldenFleet.names("require");
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aFleetComesToThis(String name) throws IOException, UnreadableFleetException {
        GoldenFleet.assertResolves(directory, "require", name);
    }
}
