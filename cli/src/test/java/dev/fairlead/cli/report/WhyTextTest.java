package dev.fairlead.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.fleet.Coordination;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Inclusion;
import dev.fairlead.fleet.Resolution.Service;
import dev.fairlead.fleet.ServiceNames;
import dev.fairlead.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhyTextTest {
    private static final Resolution FLEET = Samples.broken();
    private static final Service DNS = FLEET.services().get(1);
    private static final Service MONITORING = FLEET.services().get(3);

    private static String text(Explanation explanation) {
        return new WhyText(Samples.SOURCES, ServiceNames.of(FLEET), Paint.PLAIN).of(explanation);
    }

    @Test
    void aServiceIsExplainedByWhoIncludesItAndWhatItHasToDoWithOthers() {
        Golden.assertMatches("report/why-deployed.txt", text(Explanation.of(MONITORING, FLEET)));
    }

    @Test
    void aBindingIsExplainedByItsWayAndWhatItShadows() {
        Golden.assertMatches(
                "report/why-bound.txt",
                text(Explanation.of(MONITORING, MONITORING.requires().getFirst(), FLEET)));
    }

    @Test
    void aMissingProviderIsExplainedByItsFinding() {
        Golden.assertMatches(
                "report/why-missing.txt",
                text(Explanation.of(DNS, DNS.requires().getFirst(), FLEET)));
    }

    @Test
    void anOptionalRequirementMayBeUnmet() {
        assertThat(text(Explanation.of(MONITORING, MONITORING.requires().get(1), FLEET)))
                .startsWith("service:monitoring requires pki (optional): not provided, and it may be.\n");
    }

    @Test
    void aServiceThatNobodyDeploysIsExplainedByWhoMissesIt() {
        assertThat(text(new Explanation.Absent("service:data-mesher", List.of(Samples.missing()))))
                .startsWith("service:data-mesher is deployed nowhere.\n\nerror[missing-dependency]");
    }

    @Test
    void aspectsThatIncludeEachOtherDoNotLeadInCircles() {
        Service a = includedBy("a", "b");
        Service b = includedBy("b", "a");
        Resolution fleet = new Resolution(
                "x", List.of(), List.of(a, b), List.of(), List.of(), List.of(), Coordination.NONE, List.of());
        assertThat(new Provenance(fleet).ways(a)).containsExactly(List.of(new Inclusion("service:b@h", null)));
    }

    private static Service includedBy(String name, String other) {
        return new Service(
                "service:" + name + "@h",
                name,
                null,
                "host:h",
                "h",
                "default",
                "host",
                List.of(),
                List.of(),
                List.of(),
                List.of(new Inclusion("service:" + other + "@h", null)),
                0,
                null);
    }
}
