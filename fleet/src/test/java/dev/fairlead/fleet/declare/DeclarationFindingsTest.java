package dev.fairlead.fleet.declare;

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

    /** Before the name of each file. */
    private static final String MARK = "=== ";

    @TempDir
    private Path directory;

    static List<String> fleets() throws IOException {
        try (var files = Files.list(FLEETS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".fleet"))
                    .map(name -> name.substring(0, name.length() - ".fleet".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void a_fleet_has_these_findings(String name) throws IOException {
        WrittenFleet fleet = new WrittenFleet(directory);
        String text = Files.readString(FLEETS.resolve(name + ".fleet"));
        for (int start = 0; start < text.length(); ) {
            int title = start + MARK.length();
            int body = text.indexOf('\n', title) + 1;
            int next = text.indexOf("\n" + MARK, body - 1);
            start = next < 0 ? text.length() : next + 1;
            fleet.with(text.substring(title, body - 1), text.substring(body, start));
        }
        Golden.assertMatches(FLEETS.resolve(name + ".findings"), fleet.findings());
    }
}
