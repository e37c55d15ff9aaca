package dev.fairlead.cli.why;

import dev.fairlead.cli.args.UsageException;
import dev.fairlead.cli.report.CoordinationJson;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Who claims a port of a host, and where the number comes from: {@code why host:web1 :80}. A service may be asked too, by
 * the number of its port or by its name: {@code why service:grafana :web}.
 *
 * @param what the number or the name, without its colon
 * @param claims those that have it
 * @param numbers for each claim, the setting that its number comes from, if it is one
 * @param others the other ports that are claimed there, for when none has it
 */
record PortAnswer(
        String subject,
        String what,
        List<PortClaim> claims,
        List<Optional<PortNumber>> numbers,
        List<PortClaim> others,
        List<Finding> findings)
        implements Answer {
    private static final Set<FindingId> PORTS =
            EnumSet.of(FindingId.PORT_COLLISION, FindingId.PORT_DISPLACED, FindingId.PORT_EXHAUSTED);

    private static final int MOST = 65_535;

    static @Nullable Answer of(Asked asked) {
        String what = asked.what();
        if (what == null || !what.startsWith(":")) {
            return null;
        }
        String port = what.substring(1);
        Scope scope = asked.scope();
        Service service = asked.service();
        if (scope != null && !isPort(port)) {
            throw new UsageException("'" + what + "' is no port; write its number, 1 to 65535, such as :80");
        }
        if (scope == null && service == null) {
            return null;
        }
        List<PortClaim> there = asked.resolution().coordination().claims().stream()
                .filter(claim ->
                        service == null ? isOn(claim, scope) : claim.by().equals(service.id()))
                .toList();
        List<PortClaim> claims =
                there.stream().filter(claim -> has(claim, port)).toList();
        Set<Place> places = places(claims);
        String subject = service == null ? Objects.requireNonNull(scope).id() : service.id();
        return new PortAnswer(
                subject,
                port,
                claims,
                claims.stream()
                        .map(claim -> Optional.ofNullable(PortNumber.of(claim, asked.resolution())))
                        .toList(),
                there,
                asked.findings(finding -> PORTS.contains(finding.id()) && isAbout(finding, places)));
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST;
    }

    private static boolean isOn(PortClaim claim, @Nullable Scope scope) {
        return scope != null && claim.host().equals(scope.kind().equals("host") ? scope.name() : scope.id());
    }

    private static boolean has(PortClaim claim, String port) {
        if (!port.matches("[0-9]{1,5}")) {
            return claim.name().equals(port);
        }
        int number = Integer.parseInt(port);
        return claim.from() <= number && number <= claim.to();
    }

    private static Set<Place> places(List<PortClaim> claims) {
        return claims.stream().map(PortClaim::location).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static boolean isAbout(Finding finding, Collection<Place> places) {
        return Stream.concat(
                        Stream.ofNullable(finding.location()),
                        finding.related().stream().map(Related::location))
                .anyMatch(places::contains);
    }

    @Override
    public String kind() {
        return "port";
    }

    @Override
    public void write(AnswerText text) {
        for (int i = 0; i < claims.size(); i++) {
            PortClaim claim = claims.get(i);
            if (i > 0) {
                text.line("");
            }
            String verb = claim.from() == claim.to() ? " is" : " are";
            text.heading("P" + numbers(claim).substring(1) + " of " + place(claim) + verb + " claimed by "
                    + text.print(claim.by()) + " as ports." + claim.name() + ".");
            text.place(claim.location());
            text.detail("number", origin(claim, numbers.get(i)));
            numbers.get(i).ifPresent(number -> number.layers().forEach(layer -> text.detail("layer", layer)));
            text.detail(
                    "listens",
                    claim.protocol() + " on " + claim.bind() + (claim.open() ? ", open to other hosts" : ""));
        }
        if (claims.isEmpty()) {
            text.heading("Nobody claims port " + what + " of " + text.print(subject) + ".");
            text.line(others.isEmpty() ? "No other is claimed there." : "Claimed are");
            others.forEach(claim -> text.line("  " + claim.protocol() + " " + numbers(claim) + " by "
                    + text.print(claim.by()) + " (ports." + claim.name() + ")"));
        }
    }

    /** Where the port is: on a host, or in a scope of another kind, which goes by its id. */
    private static String place(PortClaim claim) {
        return claim.host().indexOf(':') < 0 ? "host:" + claim.host() : claim.host();
    }

    private static String numbers(PortClaim claim) {
        return claim.from() == claim.to() ? "port " + claim.from() : "ports " + claim.from() + "-" + claim.to();
    }

    private static String origin(PortClaim claim, Optional<PortNumber> number) {
        if (claim.isAutomatic()) {
            return "chosen by Fairlead, because it is declared \"auto\"";
        }
        String layer = claim.layer();
        if (layer == null) {
            return "written there";
        }
        if (claim.setting() == null) {
            return "given by " + layer;
        }
        return claim.setting() + number.map(found -> " of " + found.subject()).orElse("") + ", from " + layer;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("port", what);
        json.writeArrayPropertyStart("claims");
        claims.forEach(claim -> CoordinationJson.claim(json, claim));
        json.writeEndArray();
        json.writeArrayPropertyStart("numbers");
        for (Optional<PortNumber> number : numbers) {
            number.ifPresentOrElse(found -> found.write(json), json::writeNull);
        }
        json.writeEndArray();
    }
}
