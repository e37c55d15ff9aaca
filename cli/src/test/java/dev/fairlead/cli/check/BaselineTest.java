package dev.fairlead.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.report.Samples;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {
    @TempDir
    Path directory;

    private static Finding finding(String message, @Nullable String subject, String file, int line) {
        return Finding.of(FindingId.EVALUATION, message)
                .subject(subject)
                .at(new Place(file, line, 1, line, 2))
                .build();
    }

    private static final Gen<Finding> FINDINGS = choices -> finding(
            Gen.elements("a", "b").draw(choices),
            choices.chance(2) ? "host:x" : null,
            Gen.elements("f.nix", "g.nix").draw(choices),
            Gen.ints(1, 9).draw(choices));

    @Test
    void noTwoFindingsOfAReportHaveOneFingerprint() {
        Property.forAll(
                FINDINGS.list(12),
                findings -> assertThat(Fingerprints.of(findings)).doesNotHaveDuplicates());
    }

    @Test
    void whatWasWrittenIsKnownAfterLinesHaveMoved() {
        Path file = directory.resolve("baseline.json");
        Property.forAll(FINDINGS.list(8), findings -> {
            Baseline.write(findings, file);
            List<Finding> moved = findings.stream()
                    .map(each -> finding(
                            each.message(),
                            each.subject(),
                            each.location() == null ? "" : each.location().file(),
                            100))
                    .toList();
            Checked checked = Checked.of(Samples.fleet(moved), Baseline.read(file));
            assertThat(checked.fresh()).isEmpty();
            assertThat(checked.gone()).isZero();
        });
    }

    @Test
    void oneMoreOfTheSameIsNew() throws Exception {
        Path file = directory.resolve("baseline.json");
        List<Finding> findings = List.of(finding("a", "host:x", "f.nix", 1));
        Baseline.write(findings, file);
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding("a", "host:x", "f.nix", 7));
        Checked checked = Checked.of(Samples.fleet(more), Baseline.read(file));
        assertThat(checked.fresh()).containsExactly(more.get(1));
        assertThat(checked.known()).isEqualTo(1);
    }

    @Test
    void whatIsAboutNothingIsKnownByItsFile() throws Exception {
        Path file = directory.resolve("baseline.json");
        Baseline.write(List.of(finding("a", null, "f.nix", 1)), file);
        Checked checked = Checked.of(Samples.fleet(List.of(finding("a", null, "g.nix", 1))), Baseline.read(file));
        assertThat(checked.fresh()).hasSize(1);
        assertThat(checked.gone()).isEqualTo(1);
    }

    @Test
    void aBaselineIsReplacedAsAWhole() throws Exception {
        Path file = directory.resolve("baseline.json");
        Files.writeString(file, "{");
        Baseline.write(List.of(), file);
        assertThat(Files.readString(file)).startsWith("{\n  \"schema\": \"fairlead/baseline/1\"");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
