package dev.fairlead.fleet.setting;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolve.GoldenFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleets in {@code resources/setting}: what each setting comes to and whose it is, and what is said of wrong ones. */
final class ResolvedSettingsTest {
    @TempDir
    private Path directory;

    static List<String> fleets() throws IOException {
        return GoldenFleet.names("setting");
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void a_fleet_comes_to_this(String name) throws IOException, UnreadableFleetException {
        GoldenFleet.assertResolves(directory, "setting", name);
    }
}
