package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingTextTest {
    private static String report(Paint paint, Finding... findings) {
        Resolution resolution = Samples.fleet(List.of(findings));
        return new FindingText(Samples.SOURCES, ServiceNames.of(resolution), paint)
                .report(resolution.findings(), Summary.of(resolution));
    }

    @Test
    void aReportShowsEachFindingWithItsSourceLineAndEndsWithItsSummary() {
        Golden.assertMatches("report/findings.txt", report(Paint.PLAIN, Samples.missing(), Samples.warning()));
    }

    @Test
    void coloursChangeNothingButColour() {
        String coloured = report(Paint.COLOURED, Samples.missing(), Samples.warning());
        assertThat(coloured).contains("\u001b[31;1merror[missing-dependency]\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(report(Paint.PLAIN, Samples.missing(), Samples.warning()));
    }

    @Test
    void aFleetWithoutFindingsSaysSo() {
        assertThat(report(Paint.PLAIN)).isEqualTo("4 services on 2 hosts: no findings\n");
    }

    @Test
    void theChainEndsInWordsOnlyIfOtherServicesLedThere() {
        String ending = ": service:dns imports service:data-mesher, which is not in scope";
        assertThat(report(Paint.PLAIN, Samples.missing()))
                .contains("= chain: service:grafana → service:monitoring → service:dns → service:data-mesher" + ending);
        Finding direct = Finding.of(FindingId.MISSING_DEPENDENCY, "x.")
                .chain(List.of("service:dns@server1", "service:data-mesher"))
                .build();
        assertThat(report(Paint.PLAIN, direct)).contains("= chain: service:dns → service:data-mesher\n");
    }

    @Test
    void theChainOfACycleHasNoSuchEnding() {
        Finding cycle = Finding.of(FindingId.DEPENDENCY_CYCLE, "x.")
                .chain(List.of("service:dns@server1", "service:grafana@server1", "service:dns@server1"))
                .build();
        assertThat(report(Paint.PLAIN, cycle)).contains("= chain: service:dns → service:grafana → service:dns\n");
    }

    @Test
    void aFindingWithoutAPlaceHasNoSnippet() {
        Finding finding =
                Finding.of(FindingId.UNKNOWN_TAG, "There is no tag x.").build();
        assertThat(report(Paint.PLAIN, finding)).startsWith("error[unknown-tag]: There is no tag x.\n\n1 error in");
    }

    @Test
    void aMessageOfSeveralLinesIsIndentedAndCannotControlTheTerminal() {
        Finding finding = Finding.of(FindingId.EVALUATION, "first\nsecond \u001b[2Jthird\u202e")
                .build();
        assertThat(report(Paint.PLAIN, finding)).startsWith("error[evaluation]: first\n  second ␛[2Jthird\ufffd\n");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithoutItsLine() {
        Finding finding = Finding.of(FindingId.SYNTAX, "x.")
                .at(new Place("gone.nix", 3, 1, 3, 2))
                .build();
        assertThat(report(Paint.PLAIN, finding)).startsWith("error[syntax]: x.\n --> gone.nix:3:1\n\n");
    }
}
