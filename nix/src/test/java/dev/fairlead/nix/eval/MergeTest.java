package dev.fairlead.nix.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Gen<Map<Integer, Integer>> SETS = Gen.maps(Gen.ints(0, 60), Gen.ints(1, 1000), 40);

    @Test
    void mergedSetHasTheAttributesOfBothAndTheRightOneWins() {
        Property.forAll(SETS, SETS, (left, right) -> {
            AttrsValue a = set(left);
            AttrsValue b = set(right);
            TreeMap<Integer, Integer> expected = new TreeMap<>(left);
            expected.putAll(right);
            Merge merge = Merge.of(a.shape(), b.shape());
            assertThat(contents(merge.apply(a, b))).isEqualTo(expected);
            assertThat(contents(merge.apply(a, b))).as("applied again").isEqualTo(expected);
        });
    }

    @Test
    void fewAttributesAreMergedIntoManyAsManyAre() {
        Property.forAll(
                Gen.maps(Gen.ints(0, 500), Gen.ints(1, 9), 300),
                Gen.maps(Gen.ints(0, 500), Gen.ints(1, 9), 4),
                (left, right) -> {
                    TreeMap<Integer, Integer> expected = new TreeMap<>(left);
                    expected.putAll(right);
                    AttrsValue a = set(left);
                    AttrsValue b = set(right);
                    assertThat(contents(Merge.of(a.shape(), b.shape()).apply(a, b)))
                            .isEqualTo(expected);
                });
    }

    /** Positions are the values again, so that they can be told to stay with their attributes. */
    private static AttrsValue set(Map<Integer, Integer> attrs) {
        AttrsBuilder builder = new AttrsBuilder(attrs.size());
        attrs.forEach((name, value) -> builder.add(Symbol.of(String.format("%03d", name)), IntValue.of(value), value));
        return builder.build();
    }

    private static Map<Integer, Integer> contents(AttrsValue set) {
        TreeMap<Integer, Integer> contents = new TreeMap<>();
        for (int i = 0; i < set.size(); i++) {
            int value = (int) ((IntValue) set.value(i)).value();
            assertThat(set.position(i)).isEqualTo(value);
            if (i > 0) {
                assertThat(set.name(i - 1)).isLessThan(set.name(i));
            }
            contents.put(Integer.parseInt(set.name(i).name()), value);
        }
        return contents;
    }
}
