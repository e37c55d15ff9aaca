package dev.fairlead.cli.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.Samples;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Choice;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.resolution.Resolution.Requirement;
import dev.fairlead.fleet.resolution.Resolution.Service;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnswersTest {
    private static final Resolution FLEET = Samples.broken();

    private static Answer answer(String subject, @Nullable String what, Resolution fleet) {
        return Questions.answer(Asked.of(subject, what, fleet));
    }

    private static String text(String subject, @Nullable String what) {
        return AnswerText.of(answer(subject, what, FLEET), Samples.SOURCES, ServiceNames.of(FLEET), Paint.PLAIN);
    }

    private static String json(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnswerJson.write(answer, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aServiceIsExplainedByWhoIncludesItAndWhatItHasToDoWithOthers() {
        Golden.assertMatches("why/deployed.txt", text("monitoring", null));
        Golden.assertMatches("why/deployed.json", json(answer("monitoring", null, FLEET)));
    }

    @Test
    void aBindingIsExplainedByItsWayAndWhatItShadows() {
        Golden.assertMatches("why/bound.txt", text("monitoring", "dns"));
        Golden.assertMatches("why/bound.json", json(answer("monitoring", "dns", FLEET)));
    }

    @Test
    void whoChoseAProviderIsNamedWithThePlace() {
        Service first = FLEET.service("service:monitoring@server1").orElseThrow();
        List<Requirement> chosen = first.requires().stream()
                .map(requirement -> new Requirement(
                        requirement.capability(),
                        requirement.cardinality(),
                        requirement.late(),
                        requirement.state(),
                        requirement.bound(),
                        requirement.paths(),
                        new Choice("env:prod", "service:dns", new Place("fleet.nix", 4, 3, 4, 9)),
                        requirement.location()))
                .toList();
        Answer answer = new RequirementAnswer(
                first, List.of(), chosen.getFirst(), List.of("host:server1"), List.of(), List.of());
        String text = AnswerText.of(answer, Samples.SOURCES, ServiceNames.of(FLEET), Paint.PLAIN);
        assertThat(text).contains("= chosen: env:prod binds dns to service:dns (fleet.nix:4:3)\n");
        Golden.assertMatches("why/chosen.json", json(answer));
    }

    @Test
    void aRequirementOfWhatAServiceDependsOnIsFoundThroughIt() {
        Golden.assertMatches("why/through.txt", text("grafana", "dns"));
        Golden.assertMatches("why/through.json", json(answer("grafana", "dns", FLEET)));
        Golden.assertMatches("why/through-missing.txt", text("grafana", "data-mesher"));
    }

    @Test
    void aMissingProviderIsExplainedByItsFinding() {
        Golden.assertMatches("why/missing.txt", text("dns", "data-mesher"));
        Golden.assertMatches("why/missing.json", json(answer("dns", "data-mesher", FLEET)));
    }

    @Test
    void anOptionalRequirementMayBeUnmet() {
        assertThat(text("monitoring", "pki"))
                .startsWith("service:monitoring requires pki (optional): not provided, and it may be.\n");
    }

    @Test
    void aServiceThatNobodyDeploysIsExplainedByWhoMissesIt() {
        Resolution without = new Resolution(
                "x",
                FLEET.scopes(),
                FLEET.services().subList(1, 4),
                List.of(),
                List.of(),
                List.of(),
                Coordination.NONE,
                FLEET.findings());
        Golden.assertMatches("why/absent.json", json(answer("data-mesher", null, without)));
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
