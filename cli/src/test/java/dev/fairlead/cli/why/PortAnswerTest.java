package dev.fairlead.cli.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.Paint;
import dev.fairlead.cli.report.Samples;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PortAnswerTest {
    private static final Place SETTING = new Place("fleet.nix", 3, 5, 3, 9);
    private static final Place PORT = new Place("modules/dns.nix", 2, 3, 2, 7);

    private static Resolution fleet() {
        Resolution sample = Samples.fleet(List.of(
                Finding.of(FindingId.PORT_DISPLACED, "Port 20000 moves.")
                        .at(PORT)
                        .related(List.of(new Related("taken", SETTING)))
                        .build(),
                Finding.of(FindingId.PORT_EXHAUSTED, "Another host has none left.")
                        .at(new Place("other.nix", 1, 1, 1, 2))
                        .build()));
        String service = sample.services().getFirst().id();
        String host = String.valueOf(sample.services().getFirst().host());
        List<PortClaim> claims = List.of(
                new PortClaim(host, "many", "udp", 6_000, 6_010, "::", false, service, "fixed", null, null, PORT),
                new PortClaim(
                        host,
                        "fixed",
                        "tcp",
                        20_000,
                        20_000,
                        "*",
                        true,
                        service,
                        "fixed",
                        "web.port",
                        "env:prod",
                        SETTING),
                new PortClaim(host, "web", "tcp", 20_001, 20_001, "0.0.0.0", false, service, "auto", null, null, PORT));
        return new Resolution(
                sample.fleet(),
                sample.scopes(),
                sample.services(),
                sample.excluded(),
                sample.edges(),
                sample.plan(),
                new Coordination(new TreeMap<>(), new TreeMap<>(), claims, List.of(), new TreeMap<>()),
                sample.findings());
    }

    private static Answer answer(String subject, String what) {
        return Questions.answer(Asked.of(subject, what, fleet()));
    }

    private static String text(String subject, String what) {
        Resolution fleet = fleet();
        return AnswerText.of(answer(subject, what), Samples.SOURCES, ServiceNames.of(fleet), Paint.PLAIN);
    }

    private static String host() {
        return "host:" + fleet().services().getFirst().host();
    }

    @Test
    void aPortIsExplainedByWhoClaimsItAndWhoMadeWay() {
        Golden.assertMatches("why/port.txt", text(host(), ":20000"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnswerJson.write(answer(host(), ":20000"), out);
        Golden.assertMatches("why/port.json", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aPortWithinARangeIsClaimedByIt() {
        assertThat(text(host(), ":6010")).startsWith("Ports 6000-6010 of " + host() + " are claimed by ");
        assertThat(text(host(), ":6011")).startsWith("Nobody claims port 6011 of " + host() + ".\nClaimed are\n");
    }

    @Test
    void aServiceIsAskedForItsPortsByNameOrNumber() {
        String service = fleet().services().getFirst().id();
        assertThat(text(service, ":web")).contains("= number: chosen by Fairlead");
        assertThat(text(service, ":20001")).isEqualTo(text(service, ":web"));
    }

    @Test
    void aHostHasNoPortsByName() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> answer(host(), ":web"))
                .withMessage("':web' is no port; write its number, 1 to 65535, such as :80");
    }
}
