package dev.fairlead.fleet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.declare.FleetFiles;
import dev.fairlead.fleet.declare.FleetFiles.Language;
import dev.fairlead.fleet.declare.UnreadableFleetException;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.nix.Nix;
import dev.fairlead.nix.eval.Options;
import dev.fairlead.nix.lib.Lib;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fleet that declares all there is, one thing a line: whatever is written in place of one of them is one finding on that
 * line, unless the line says that it may stand there.
 */
final class WrongTypesTest {
    private static final Map<String, String> VALUES = new TreeMap<>(Map.of(
            "int", "61",
            "str", "\"sixty\"",
            "list", "[ 61 ]",
            "set", "{ sixty = 61; }",
            "fun", "(x: x)",
            "bool", "true",
            "null", "null"));

    @TempDir
    private Path directory;

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Repository.root().resolve("fleet/src/test/resources/wrong-types.fleet"));
    }

    private static String code(String line) {
        return line.replaceFirst(" # .*", "");
    }

    static List<Arguments> declarations() throws IOException {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains(" # "))
                .mapToObj(line -> Arguments.of(code(lines.get(line)).strip().replaceFirst(" = .*", ""), line))
                .toList();
    }

    private List<String> findings(List<String> lines) throws IOException, UnreadableFleetException {
        Files.write(
                directory.resolve("fleet.nix"),
                lines.stream().map(WrongTypesTest::code).toList());
        return FleetResolver.resolve(FleetFiles.read(directory, Options.DEFAULT, new Language(Nix::evaluator, Lib::of)))
                .findings()
                .stream()
                .map(WrongTypesTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        Place place = finding.location();
        return (place == null ? "nowhere" : "line " + place.line()) + ": " + finding.message();
    }

    @Test
    void theFleetItselfHasNothingWrong() throws Exception {
        assertThat(findings(lines())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("declarations")
    void whatIsOfTheWrongTypeIsOneFindingWhereItIsWritten(String path, int index) throws Exception {
        List<String> lines = lines();
        List<String> fitting =
                List.of(lines.get(index).replaceFirst(".* # ", "").split(" "));
        assertThat(VALUES.keySet()).containsAll(fitting);
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            if (!fitting.contains(value.getKey())) {
                var planted = new ArrayList<>(lines);
                planted.set(index, "  " + path + " = " + value.getValue() + ";");
                assertThat(findings(planted))
                        .as(value.getKey())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding).startsWith("line " + (index + 1) + ": "));
            }
        }
    }
}
