package dev.fairlead.fleet.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FrozenMapTest {
    private static SortedMap<String, Integer> random(SplittableRandom random) {
        var map = new TreeMap<String, Integer>();
        int most = random.nextInt(8);
        for (int i = 0; i < most; i++) {
            map.put(key(random), random.nextInt(100));
        }
        return map;
    }

    private static String key(SplittableRandom random) {
        return "k" + random.nextInt(10);
    }

    @Test
    void aCopyIsEqualToTheMapInAllThatIsAskedOfIt() {
        Property.tries(200).check(Gen.ints(0, 1_000_000), seed -> {
            var random = new SplittableRandom(seed);
            SortedMap<String, Integer> map = random(random);
            FrozenMap<Integer> frozen = FrozenMap.copyOf(map);
            String key = key(random);

            assertThat(frozen).isEqualTo(map).hasSameHashCodeAs(map).hasToString(map.toString());
            assertThat(map).isEqualTo(frozen);
            assertThat(frozen.entrySet()).containsExactlyElementsOf(map.entrySet());
            assertThat(frozen.get(key)).isEqualTo(map.get(key));
            assertThat(frozen.containsKey(key)).isEqualTo(map.containsKey(key));
            assertThat(frozen.headMap(key)).isEqualTo(map.headMap(key));
            assertThat(frozen.tailMap(key)).isEqualTo(map.tailMap(key));
            assertThat(FrozenMap.copyOf(new TreeMap<>(map))).isEqualTo(frozen);
            var other = FrozenMap.copyOf(random(random));
            assertThat(frozen.equals(other)).isEqualTo(map.equals(new TreeMap<>(other)));
        });
    }

    @Test
    void someEntriesTakeThePlaceOfOthers() {
        Property.tries(500).check(Gen.ints(0, 1_000_000), seed -> {
            var random = new SplittableRandom(seed);
            SortedMap<String, Integer> map = random(random);
            SortedMap<String, Integer> others = random(random);
            var without = new TreeSet<>(random(random).keySet());
            FrozenMap<Integer> frozen = FrozenMap.copyOf(map);
            FrozenMap<Integer> result = frozen.with(without, others);

            var expected = new TreeMap<>(map);
            expected.keySet().removeAll(without);
            expected.putAll(others);
            assertThat(result.entrySet()).containsExactlyElementsOf(expected.entrySet());
            assertThat(frozen).isEqualTo(map);
        });
    }

    @Test
    void whatIsFrozenIsNotCopiedAgainAndCannotBeChanged() {
        var map = new TreeMap<String, Integer>(Map.of("a", 1));
        FrozenMap<Integer> frozen = FrozenMap.copyOf(map);
        map.put("b", 2);

        assertThat(frozen).containsOnly(Map.entry("a", 1));
        assertThat(FrozenMap.copyOf(frozen)).isSameAs(frozen);
        assertThatThrownBy(() -> frozen.put("c", 3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> frozen.keySet().remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theOrderIsThatOfTheTexts() {
        var backwards = new TreeMap<String, Integer>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", 1, "b", 2));

        assertThat(FrozenMap.copyOf(backwards).keySet()).containsExactly("a", "b");
        assertThat(FrozenMap.copyOf(backwards).lastKey()).isEqualTo("b");
    }
}
