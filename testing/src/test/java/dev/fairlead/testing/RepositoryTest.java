package dev.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class RepositoryTest {
    @Test
    void theRootHoldsTheBuild() {
        assertThat(Repository.root().resolve("pom.xml")).exists();
        assertThat(Repository.root().resolve("testing/pom.xml")).exists();
    }

    @Test
    void anAbsentFixtureSkipsTheTestAndNamesIt() {
        assertThatThrownBy(() -> Fixtures.path("no/such.json"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("fixture ../shared/fixtures/no/such.json is absent");
    }

    @Test
    void aFixtureIsFoundFromTheRoot() {
        assertThat(Files.isDirectory(Fixtures.path("clan"))).isTrue();
        assertThat(Fixtures.list("clan", ".inventory.json")).isSorted().isNotEmpty();
        assertThat(Fixtures.read("README.md")).isNotBlank();
    }
}
