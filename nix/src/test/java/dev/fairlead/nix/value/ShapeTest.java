package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Gen<Integer> NAMES = Gen.ints(0, 40);

    @Test
    void namesAreFoundWhereTheyStand() {
        Property.forAll(Gen.maps(NAMES, NAMES, 40), NAMES, (names, asked) -> {
            Symbol[] sorted = sorted(names.keySet());
            int expected = -1;
            for (int i = 0; i < sorted.length; i++) {
                expected = sorted[i].name().equals(name(asked)) ? i : expected;
            }
            assertThat(Shape.ofSorted(sorted).indexOf(Symbol.of(name(asked)))).isEqualTo(expected);
        });
    }

    @Test
    void shapesAreEqualIfTheirNamesAreAndSmallOnesAreThenTheSame() {
        Property.forAll(Gen.maps(NAMES, NAMES, 40), Gen.maps(NAMES, NAMES, 40), (a, b) -> {
            Shape first = Shape.ofSorted(sorted(a.keySet()));
            assertThat(first.equals(Shape.ofSorted(sorted(b.keySet()))))
                    .isEqualTo(a.keySet().equals(b.keySet()));
            Shape again = Shape.ofSorted(sorted(a.keySet()));
            assertThat(again).isEqualTo(first).hasSameHashCodeAs(first);
            if (a.size() <= Shape.SHARED) {
                assertThat(again).isSameAs(first);
            }
        });
    }

    private static String name(int number) {
        return String.format("%03d", number);
    }

    private static Symbol[] sorted(Iterable<Integer> numbers) {
        TreeSet<Symbol> names = new TreeSet<>();
        numbers.forEach(number -> names.add(Symbol.of(name(number))));
        return names.toArray(Symbol[]::new);
    }
}
