package dev.fairlead.fleet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.rule.Topic.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Topics meet if nothing tells them apart: all of a few, compared pair by pair. */
final class TopicsTest {
    private static final List<Topic> ALL = all();

    private static List<Topic> all() {
        var all = new ArrayList<Topic>();
        for (Kind kind : List.of(Kind.PORT, Kind.SERVICE)) {
            for (String name : Arrays.asList(null, "a", "b")) {
                for (String where : Arrays.asList(null, "h", "i")) {
                    all.add(new Topic(kind, name, where));
                }
            }
        }
        return all;
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Objects.equals(one, other);
    }

    private static boolean agree(Topic one, Topic other) {
        return one.kind() == other.kind() && agree(one.name(), other.name()) && agree(one.where(), other.where());
    }

    @Test
    void whatIsReadMeetsWhatIsMadeUnlessKindNameOrPlaceDiffer() {
        for (Topic one : ALL) {
            for (Topic other : ALL) {
                var made = new Topics();
                made.add(one);
                made.add(other);
                for (Topic read : ALL) {
                    assertThat(made.meet(read))
                            .as("%s and %s meet %s", one, other, read)
                            .isEqualTo(agree(one, read) || agree(other, read));
                }
            }
        }
    }

    @Test
    void nothingMeetsNothing() {
        assertThat(ALL).noneMatch(new Topics()::meet);
    }
}
