package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.rule.Topic.Kind;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Topics meet if nothing tells them apart: compared pair by pair. */
final class TopicsTest {
    private static final Gen<Topic> TOPICS = choices -> new Topic(
            choices.chance(3) ? Kind.PORT : Kind.SERVICE,
            choices.chance(3) ? null : choices.chance(2) ? "a" : "b",
            choices.chance(3) ? null : choices.chance(2) ? "h" : "i");

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Objects.equals(one, other);
    }

    @Test
    void whatIsReadMeetsWhatIsMadeUnlessKindNameOrPlaceDiffer() {
        Property.tries(1_000).check(TOPICS.list(4), TOPICS, (made, read) -> {
            var topics = new Topics();
            made.forEach(topics::add);
            assertThat(topics.meet(read))
                    .isEqualTo(made.stream()
                            .anyMatch(each -> each.kind() == read.kind()
                                    && agree(each.name(), read.name())
                                    && agree(each.where(), read.where())));
        });
    }
}
