package dev.fairlead.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
    @Test
    void itHoldsWhatAMapHolds() {
        // Few letters, so that keys come twice and have equal hashes ("Aa" and "BB"); enough of them for a table.
        Gen<String> keys = Gen.elements(List.of("A", "B", "a", "")).list(4).map(parts -> String.join("", parts));
        Gen<List<String>> written = Gen.oneOf(keys.list(6), keys.list(60));
        Property.forAll(written, names -> {
            Map<String, Integer> map = new LinkedHashMap<>();
            var object = new JsonObject();
            for (String name : names) {
                boolean isNew = map.putIfAbsent(name, map.size()) == null;
                assertThat(object.add(name, map.get(name))).isEqualTo(isNew);
            }
            assertThat(object.keys()).containsExactlyElementsOf(map.keySet());
            assertThat(object.size()).isEqualTo(map.size());
            for (String name : names.reversed()) {
                assertThat(object.get(name)).isEqualTo(map.get(name));
            }
            assertThat(object.get("Ba")).isEqualTo(map.get("Ba"));
            assertThat(object.indexOf("other")).isEqualTo(-1);
        });
    }
}
