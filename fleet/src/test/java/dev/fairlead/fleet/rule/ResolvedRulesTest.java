package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.resolve.GoldenFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleets in {@code resources/rule}: what rules ask for, of which facts, and what is said of wrong ones. */
final class ResolvedRulesTest {
    @TempDir
    private Path directory;

    static List<String> fleets() throws IOException {
        return GoldenFleet.names("rule");
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aFleetComesToThis(String name) throws IOException, UnreadableFleetException {
        GoldenFleet.assertResolves(directory, "rule", name);
    }
}
