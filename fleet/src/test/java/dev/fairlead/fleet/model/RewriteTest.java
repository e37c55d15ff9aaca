package dev.fairlead.fleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fleet comes to does not depend on how it is written down: random fleets, each resolved before and after. */
final class RewriteTest {
    private static final Gen<Integer> SEEDS = Gen.ints(0, 1_000_000);

    @TempDir
    private Path directory;

    @Test
    void definitionsMayStandInAnyFileAndInAnyOrder() {
        Property.tries(100).check(FleetModel.gen(), SEEDS, (model, seed) -> {
            String before = withoutPlaces(ModelFiles.inOne(model).resolve(directory));
            var random = new Random(seed);
            List<String> shuffled = new ArrayList<>(model.definitions());
            Collections.shuffle(shuffled, random);
            int[] files = shuffled.stream().mapToInt(d -> random.nextInt(5)).toArray();
            assertThat(withoutPlaces(ModelFiles.of(shuffled, i -> files[i]).resolve(directory)))
                    .isEqualTo(before);
        });
    }

    @Test
    void aFileSplitInTwoBetweenItsLinesIsTheSameFleet() {
        Property.tries(50).check(FleetModel.gen(), SEEDS, (model, seed) -> {
            int cut = seed % (model.definitions().size() + 1);
            assertThat(withoutPlaces(ModelFiles.of(model.definitions(), i -> i < cut ? 0 : 1)
                            .resolve(directory)))
                    .isEqualTo(withoutPlaces(ModelFiles.inOne(model).resolve(directory)));
        });
    }

    @Test
    void otherNamesInTheSameOrderChangeNothingButTheNames() {
        Property.tries(100).check(FleetModel.gen(), model -> {
            String before = ModelFiles.inOne(model).resolve(directory).toString();
            List<String> renamed =
                    model.definitions().stream().map(RewriteTest::rename).toList();
            assertThat(ModelFiles.of(renamed, i -> 0).resolve(directory).toString())
                    .isEqualTo(rename(before));
        });
    }

    @Test
    void aHostThatNothingConnectsWithTheOthersChangesNothingAboutThem() {
        Property.tries(100).check(FleetModel.gen(), model -> {
            Resolution before = ModelFiles.inOne(model).resolve(directory);
            List<String> more = new ArrayList<>(model.definitions());
            more.add("den.environments.zz = { };");
            more.add("den.hosts.x86_64-linux.zz = { environment = \"zz\"; includes = [ \"zy\" ]; };");
            more.add("den.aspects.zy.meta.requires = [ \"zx\" ];");
            more.add("den.aspects.zx = { };");
            Resolution after = ModelFiles.of(more, i -> 0).resolve(directory);
            assertThat(lines(after).filter(line -> !line.contains("zz")).toList())
                    .isEqualTo(lines(before).toList());
        });
    }

    /** Each scope, service, edge and finding as a line; waves as the services in them. */
    private static Stream<String> lines(Resolution resolution) {
        var lines = new ArrayList<String>();
        resolution.scopes().forEach(scope -> lines.add(scope.toString()));
        resolution.services().forEach(service -> lines.add(service.toString()));
        resolution.edges().forEach(edge -> lines.add(edge.toString()));
        resolution.findings().forEach(finding -> lines.add(finding.toString()));
        for (int wave = 0; wave < resolution.plan().size(); wave++) {
            for (String id : resolution.plan().get(wave)) {
                lines.add(wave + " " + id);
            }
        }
        return lines.stream();
    }

    /** Names are a letter and a digit; the new ones are as long as the old and sort as they do. */
    private static String rename(String text) {
        return Pattern.compile("\\b([aceh])([0-9])\\b")
                .matcher(text)
                .replaceAll(match -> (char) (match.group(1).charAt(0) + 1) + match.group(2));
    }

    /** Everything that is resolved. Findings are compared as a set: their order is that of their places. */
    private static String withoutPlaces(Resolution resolution) {
        String rest = new Resolution(
                        resolution.fleet(),
                        resolution.scopes(),
                        resolution.services(),
                        resolution.excluded(),
                        resolution.edges(),
                        resolution.plan(),
                        resolution.coordination(),
                        List.of())
                .toString();
        String findings = resolution.findings().stream()
                .map(finding -> strip(finding.toString()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return strip(rest) + "\n" + findings;
    }

    private static String strip(String text) {
        return text.replaceAll("(Place\\[[^\\]]*\\]|modules/f\\d\\d\\.nix:\\d+:\\d+)", "PLACE");
    }
}
