package dev.fairlead.nix.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathValueTest {
    @Test
    void canonicalPathsAreThoseOfTheFileSystem() {
        Gen<String> names = Gen.elements("a", ".", "..", "", "...", "b.c");
        Property.forAll(names.list(8), parts -> {
            String path = "/" + String.join("/", parts);
            assertThat(PathValue.canonical(path).path())
                    .isEqualTo(Path.of(path).normalize().toString());
        });
    }
}
