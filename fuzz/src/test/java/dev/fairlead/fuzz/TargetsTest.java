package dev.fairlead.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code tools/fuzz} does for minutes, for seconds and without chance. */
final class TargetsTest {
    private static final Seeds SEEDS = new Seeds(Repository.root());

    /** As many as take about a second: reading a fleet costs more than reading a number. */
    private static final Map<String, Integer> TRIES = Map.of(
            "syntax", 6000,
            "evaluation", 1000,
            "json", 2000,
            "toml", 2000,
            "regex", 2000,
            "fleet", 300,
            "inventory", 300);

    static Set<String> targets() {
        return Targets.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatIsKeptInTheCorpusIsReadOrRefused(String target) throws IOException {
        List<byte[]> corpus = SEEDS.corpus(target);
        assertThat(corpus).isNotEmpty();
        corpus.forEach(input -> read(target, input));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void malformedInputIsReadOrRefused(String target) throws IOException {
        var mutations = new Mutations(SEEDS.of(target), words(), 20261122);
        for (int i = 0; i < TRIES.getOrDefault(target, 100); i++) {
            read(target, mutations.next());
        }
    }

    private static void read(String target, byte[] input) {
        try {
            Targets.named(target).read(input);
        } catch (Throwable fault) {
            throw new AssertionError("the target " + target + " failed on:\n" + Bytes.decode(Bytes.of(input)), fault);
        }
    }

    private static List<String> words() throws IOException {
        Path dictionary = Repository.root().resolve("fuzz/words.dict");
        return Files.readAllLines(dictionary).stream()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.length() - 1))
                .map(word -> word.replace("\\\"", "\"").replace("\\\\", "\\"))
                .toList();
    }
}
