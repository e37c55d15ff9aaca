package dev.fairlead.cli.suite;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.syntax.Location;
import dev.fairlead.nix.value.Literals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test of a suite.
 *
 * @param path the names that lead to it from the value of the file, byte strings; empty for the suite as a whole, which
 *     is what fails if it cannot be evaluated
 * @param location where it is defined, or null
 */
public record SuiteTest(
        Suite suite, List<String> path, @Nullable Location location) {
    public SuiteTest {
        path = List.copyOf(path);
    }

    /** Its path as {@code -A} takes it; {@code (suite)} for the suite as a whole. */
    public String name() {
        if (path.isEmpty()) {
            return "(suite)";
        }
        StringBuilder name = new StringBuilder();
        for (String part : path) {
            name.append(name.isEmpty() ? "" : ".");
            Literals.appendName(name, part);
        }
        return Bytes.decode(name.toString());
    }
}
