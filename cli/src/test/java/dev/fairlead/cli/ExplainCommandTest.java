package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.CliRun.Result;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExplainCommandTest {
    private static Result run(String... words) {
        return new CliRun((place, form) -> {
                    throw new AssertionError("explain reads no fleet");
                })
                .run(words);
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingHasAPageWithATitleAndAnExample(FindingId id) {
        Result result = run("explain", id.text());
        assertThat(result.exit()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines.getFirst()).startsWith("# " + id.text() + ": ").doesNotEndWith(".");
        assertThat(lines).hasSizeBetween(10, 45).contains("Example:").containsAnyOf("```nix", "```json");
        assertThat(lines).allMatch(line -> line.length() <= 120);
    }

    @Test
    void withoutAnIdAllAreListedWithTheirTitles() {
        assertThat(run("explain").out().lines())
                .hasSize(FindingId.values().length)
                .contains("  syntax                   a file is not a Nix expression");
    }

    @Test
    void everyPageIsOfAFinding() throws IOException {
        List<String> ids =
                Arrays.stream(FindingId.values()).map(FindingId::text).toList();
        try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/findings"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .allMatch(name -> ids.contains(name.replace(".md", "")));
        }
    }

    @Test
    void anUnknownIdIsNamedWithTheNearest() {
        assertThat(run("explain", "missing-dependancy"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "fairlead: there is no finding 'missing-dependancy'; did you mean missing-dependency?"
                                + " (fairlead explain lists them)\n"));
    }
}
