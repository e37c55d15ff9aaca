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
    void aShapeOfFewNamesExistsOnce() {
        Property.forAll(Gen.maps(NAMES, NAMES, 4), Gen.maps(NAMES, NAMES, 4), (a, b) -> {
            boolean same = Shape.ofSorted(sorted(a.keySet())) == Shape.ofSorted(sorted(b.keySet()));
            assertThat(same).isEqualTo(a.keySet().equals(b.keySet()));
            assertThat(Shape.ofSorted(sorted(a.keySet()))).isSameAs(Shape.ofSorted(sorted(a.keySet())));
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
