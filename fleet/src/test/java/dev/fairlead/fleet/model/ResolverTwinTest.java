package dev.fairlead.fleet.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requirements of random fleets, compared with {@link NaiveResolver}. */
final class ResolverTwinTest {
    @TempDir
    private Path directory;

    @Test
    void requirementsOfWholeFleetsComeToWhatTheirDefinitionSays() {
        Property.tries(300).check(FleetModel.gen(), model -> {
            Resolution resolution = ModelFiles.inOne(model).resolve(directory);
            var naive = new NaiveResolver(model);
            assertThat(resolution.services().stream().map(Service::id)).containsExactlyElementsOf(naive.services());
            for (Service service : resolution.services()) {
                assertThat(answers(service, model)).as(service.id()).isEqualTo(naive.answers(service.id()));
            }
        });
    }

    private static SortedMap<String, String> answers(Service service, FleetModel model) {
        var answers = new TreeMap<String, String>();
        for (Requirement requirement : service.requires()) {
            // An inclusion requires what it includes, too; that is written nowhere.
            if (model.aspects().stream()
                    .anyMatch(a -> a.name().equals(service.name())
                            && a.requires().containsKey(requirement.capability())
                            && !answers.containsKey(requirement.capability()))) {
                answers.put(
                        requirement.capability(),
                        requirement.state().name().toLowerCase(Locale.ROOT) + " " + new TreeSet<>(requirement.bound()));
            }
        }
        return answers;
    }
}
