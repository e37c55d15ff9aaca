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
    void an_edit_of_a_reached_two_hosts() throws IOException {
        foresight = new Foresight(directory);
        assertThat(guess("{ a = 1; b = 1; }")).isEmpty();
        foresight.learn(Set.of("x"));
        assertThat(guess("{ a = 2; b = 1; }")).isEmpty();
        foresight.learn(Set.of("x", "y"));
    }

    private Set<String> guess(String text) throws IOException {
        Files.writeString(directory.resolve("a.nix"), text);
        return foresight.of(FILE);
    }

    @Test
    void an_edit_of_the_same_definition_reaches_what_it_reached_last() throws IOException {
        assertThat(guess("{ a = 3; b = 1; }")).containsExactlyInAnyOrder("x", "y");
        foresight.learn(Set.of("x"));
        assertThat(guess("{ a = 4; b = 1; }")).containsExactly("x");
    }

    @Test
    void of_an_edit_of_another_definition_nothing_is_known() throws IOException {
        assertThat(guess("{ a = 2; b = 2; }")).isEmpty();
        assertThat(guess("{ a = 3; b = 3; }")).isEmpty();
    }

    @Test
    void of_a_text_that_is_not_of_the_language_nothing_is_known_nor_learnt() throws IOException {
        assertThat(guess("{ a = ")).isEmpty();
        foresight.learn(Set.of("z"));
        assertThat(guess("{ a = 3; b = 1; }")).isEmpty();
        assertThat(guess("{ a = 4; b = 1; }")).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void of_a_file_that_is_gone_nothing_is_known() throws IOException {
        Files.delete(directory.resolve("a.nix"));
        assertThat(foresight.of(FILE)).isEmpty();
    }
}
