package dev.fairlead.fleet.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForesightTest {
    private static final Set<String> FILE = Set.of("a.nix");

    @TempDir
    private Path directory;

    private Foresight foresight;

    @BeforeEach
    void anEditOfAReachedTwoHosts() throws IOException {
        foresight = new Foresight(directory);
        assertThat(guess("{ a = 1; b = 1; }")).isEmpty();
        foresight.learn(reach("x"));
        assertThat(guess("{ a = 2; b = 1; }")).isEmpty();
        foresight.learn(reach("x", "y"));
    }

    private Set<String> guess(String text) throws IOException {
        Files.writeString(directory.resolve("a.nix"), text);
        return foresight.of(FILE).changed();
    }

    private static Reach reach(String... hosts) {
        return new Reach(Set.of(hosts), Set.of());
    }

    @Test
    void anEditOfTheSameDefinitionReachesWhatItReachedLast() throws IOException {
        assertThat(guess("{ a = 3; b = 1; }")).containsExactlyInAnyOrder("x", "y");
        foresight.learn(reach("x"));
        assertThat(guess("{ a = 4; b = 1; }")).containsExactly("x");
    }

    @Test
    void ofAnEditOfAnotherDefinitionNothingIsKnown() throws IOException {
        assertThat(guess("{ a = 2; b = 2; }")).isEmpty();
        assertThat(guess("{ a = 3; b = 3; }")).isEmpty();
    }

    @Test
    void ofATextThatIsNotOfTheLanguageNothingIsKnownNorLearnt() throws IOException {
        assertThat(guess("{ a = ")).isEmpty();
        foresight.learn(reach("z"));
        assertThat(guess("{ a = 3; b = 1; }")).isEmpty();
        assertThat(guess("{ a = 4; b = 1; }")).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void ofAFileThatIsGoneNothingIsKnown() throws IOException {
        Files.delete(directory.resolve("a.nix"));
        assertThat(foresight.of(FILE)).isEqualTo(Reach.NOWHERE);
    }
}
