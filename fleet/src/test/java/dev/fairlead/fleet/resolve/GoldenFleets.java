package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test of all {@link GoldenFleet}s of a folder; a subclass in the package that they are about names it. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class GoldenFleets {
    private final String folder;

    /** @param folder below {@code src/test/resources} */
    protected GoldenFleets(String folder) {
        this.folder = folder;
    }

    List<String> fleets() throws IOException {
        return GoldenFleet.names(folder);
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aFleetComesToThis(String name, @TempDir Path directory) throws IOException, UnreadableFleetException {
        GoldenFleet.assertResolves(directory, folder, name);
    }
}
