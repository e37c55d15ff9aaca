package dev.fairlead.nix.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.value.FloatValue;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.Ordering;
import dev.fairlead.nix.value.Value;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StableSortTest {
    private static final Gen<List<Long>> NUMBERS = Gen.longs(-20, 20).list(60);

    /** New cells, so that equal numbers can be told apart. */
    private static Value[] cells(List<Long> numbers) {
        return numbers.stream().map(FloatValue::new).toArray(Value[]::new);
    }

    private static double number(Value value) {
        return ((FloatValue) value).value();
    }

    @Test
    void equalItemsKeepTheirOrder() {
        Property.forAll(NUMBERS, numbers -> {
            Value[] items = cells(numbers);
            Value[] expected = items.clone();
            Arrays.sort(expected, Comparator.comparingDouble(StableSortTest::number));
            StableSort.sort(items, Ordering::less);
            assertThat(items).usingElementComparator((a, b) -> a == b ? 0 : 1).containsExactly(expected);
        });
    }

    @Test
    void anOrderThatContradictsItselfStillGivesTheSameItems() {
        Property.forAll(NUMBERS, numbers -> {
            Value[] items = cells(numbers);
            SplittableRandom random = new SplittableRandom(1);
            StableSort.sort(items, (a, b) -> random.nextInt(3) == 0);
            assertThat(Arrays.stream(items).mapToDouble(StableSortTest::number).sorted())
                    .containsExactly(
                            numbers.stream().map(Long::doubleValue).sorted().toArray(Double[]::new));
        });
    }

    @Test
    void itemsInOrderAreAskedOnceEach() {
        int[] questions = {0};
        Value[] items = new Value[1000];
        Arrays.setAll(items, IntValue::of);
        StableSort.sort(items, (a, b) -> {
            questions[0]++;
            return Ordering.less(a, b);
        });
        assertThat(questions[0]).isEqualTo(999);
    }

    @Test
    void integersSortAsByTheGeneralOrder() {
        Property.forAll(NUMBERS, numbers -> {
            Property.assume(!numbers.isEmpty());
            Value[] items = numbers.stream().map(IntValue::of).toArray(Value[]::new);
            Value[] expected = items.clone();
            StableSort.sort(expected, Ordering::less);
            assertThat(StableSort.sortAlike(items)).isTrue();
            assertThat(items).containsExactly(expected);
        });
    }
}
