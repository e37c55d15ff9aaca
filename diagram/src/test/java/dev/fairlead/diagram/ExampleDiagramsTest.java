package dev.fairlead.diagram;

import dev.fairlead.testing.Golden;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleDiagramsTest {
    @ParameterizedTest
    @ValueSource(strings = {"homelab", "issue-6655"})
    void an_example_is_drawn_like_this(String example) {
        String drawn = Diagrams.draw(Resolutions.example(example), "dependencies", "mermaid", Optional.empty());
        Golden.assertMatches("diagrams/" + example + ".mmd", drawn);
    }
}
