package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttrsBuilderTest {
    @Test
    void theFirstOfSeveralAttributesWithOneNameStays() {
        Property.forAll(
                Gen.elements("a", "b", "c", "d", "e", "f", "g", "h", "i", "j").list(20), names -> {
                    AttrsBuilder builder = new AttrsBuilder(0);
                    TreeMap<String, Long> expected = new TreeMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        builder.add(Symbol.of(names.get(i)), IntValue.of(i), i);
                        expected.putIfAbsent(names.get(i), (long) i);
                    }
                    AttrsValue set = builder.build();
                    List<String> actual = new ArrayList<>();
                    for (int i = 0; i < set.size(); i++) {
                        IntValue value = (IntValue) set.value(i);
                        assertThat(set.position(i)).isEqualTo((int) value.value());
                        assertThat(set.shape().indexOf(set.name(i))).isEqualTo(i);
                        actual.add(set.name(i) + "=" + value.value());
                    }
                    assertThat(actual)
                            .isEqualTo(expected.entrySet().stream()
                                    .map(String::valueOf)
                                    .toList());
                });
    }
}
