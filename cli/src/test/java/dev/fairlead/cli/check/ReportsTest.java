package dev.fairlead.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.JsonSchemas;
import dev.fairlead.cli.report.FindingText;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.Samples;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.testing.Fixtures;
import dev.fairlead.testing.Gen;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Property;
import dev.fairlead.testing.Repository;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The formats of build servers. */
final class ReportsTest {
    private static final Path WORKING_DIRECTORY = Path.of("/repository");
    private static final FileNames FILES = new FileNames(Path.of("/repository/infra"), WORKING_DIRECTORY);

    private static final Finding NASTY = Finding.of(FindingId.SYNTAX, "100% wrong:\n<&\"> ]]>, ::error::")
            .at(new Place("a b,c:%.nix", 1, 2, 3, 1))
            .build();

    private static final Finding ELSEWHERE = Finding.of(FindingId.INERT_ASPECT, "x lacks y.")
            .subject("host:server1")
            .at(new Place("/etc/nixos/ä.nix", 1, 1, 1, 1))
            .related(List.of(new Related("declared here", new Place("../shared.nix", 1, 1, 1, 9))))
            .build();

    private static final Resolution FLEET = Samples.fleet(List.of(Samples.missing(), ELSEWHERE, NASTY));

    private static String sarif(Resolution fleet, boolean baseline) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SarifReport(FILES, "1.2.3", baseline).write(Checked.of(fleet, Baseline.NONE), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String junit(Resolution fleet, boolean denyWarnings) {
        FindingText text = new FindingText(Samples.SOURCES, ServiceNames.of(fleet), Paint.PLAIN);
        return new JUnitFindings(FILES, text, denyWarnings).of(fleet, fleet.findings());
    }

    private static Path subset() {
        return Repository.module().resolve("src/test/resources/check/sarif.schema.json");
    }

    @Test
    void sarifHasRulesWithHelpPlacesAndFingerprints() {
        Golden.assertMatches("check/findings.sarif", sarif(FLEET, true));
    }

    @Test
    void sarifIsWhatItsStandardSays() {
        JsonSchemas.assertValid(sarif(FLEET, true), subset());
        JsonSchemas.assertValid(sarif(FLEET, false), subset());
        JsonSchemas.assertValid(sarif(Samples.fleet(List.of()), false), subset());
    }

    @Test
    void sarifIsWhatTheSchemaOfOasisSays() {
        JsonSchemas.assertValid(sarif(FLEET, true), Fixtures.path("sarif/sarif-schema-2.1.0.json"));
    }

    @Test
    void annotationsOfGithubAreEscaped() {
        Golden.assertMatches("check/findings.github.txt", new GithubReport(FILES).of(FLEET.findings()));
    }

    @Test
    void eachServiceIsATestOfJUnitAndWhatElseHasFindings() {
        Golden.assertMatches("check/findings.xml", junit(FLEET, false));
        assertThat(junit(FLEET, false)).contains("<testsuites name=\"fairlead check\" tests=\"6\" failures=\"2\"");
        assertThat(junit(FLEET, true)).contains("<testsuites name=\"fairlead check\" tests=\"6\" failures=\"3\"");
    }

    @Test
    void anyMessageSurvivesInEveryFormat() {
        Property.forAll(Gen.nastyStrings(20), text -> {
            Finding finding = Finding.of(FindingId.EVALUATION, "x" + text)
                    .subject("host:" + text)
                    .at(new Place("f" + text.replace("\0", ""), 1, 1, 1, 2))
                    .fix(text)
                    .build();
            Resolution fleet = Samples.fleet(List.of(finding));
            JsonSchemas.assertValid(sarif(fleet, false), subset());
            assertThat(new GithubReport(FILES).of(fleet.findings()).lines()).hasSize(1);
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(junit(fleet, false))))
                            .getElementsByTagName("failure")
                            .getLength())
                    .isEqualTo(1);
        });
    }
}
