package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.ServiceNames;
import dev.fairlead.fleet.claim.Allocation.Displaced;
import dev.fairlead.fleet.claim.Allocation.Wanted;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with claims, in words. */
final class ClaimFindings {
    private final ServiceNames names;
    private final @Nullable Place autoRange;

    /** @param autoRange where the range of automatic numbers is declared, if it is */
    ClaimFindings(ServiceNames names, @Nullable Place autoRange) {
        this.names = names;
        this.autoRange = autoRange;
    }

    /** Claims that cannot all be had: {@code Port 80 claimed by service:caddy, service:nginx on host:web1.} */
    Finding collision(List<Located> group) {
        List<Claim> claims = group.stream().map(Located::claim).toList();
        String ports =
                ContestedPorts.of(claims).stream().map(PortRange::toString).collect(Collectors.joining(", "));
        Set<String> services = new TreeSet<>(claims.stream().map(Claim::by).toList());
        String host = claims.getFirst().host();
        boolean one = ports.chars().allMatch(Character::isDigit);
        String times = services.size() > 1 ? "" : claims.size() == 2 ? " twice" : " " + claims.size() + " times";
        Located last = group.getLast();
        return Finding.of(
                        FindingId.PORT_COLLISION,
                        (one ? "Port " : "Ports ") + ports + " claimed" + times + " by "
                                + String.join(", ", names.print(List.copyOf(services))) + " on " + host + ".")
                .subject(host)
                .at(group.getFirst().location())
                .related(group.stream().flatMap(each -> related(each).stream()).toList())
                .fix(fix(last))
                .build();
    }

    private List<Related> related(Located located) {
        Place place = located.location();
        return place == null ? List.of() : List.of(new Related(claimed(located), place));
    }

    /** {@code service:nginx claims tcp 80 as ports.http, from nginx.port at env:prod}. */
    private String claimed(Located located) {
        Claim claim = located.claim();
        PortDeclaration declaration = claim.declaration();
        String where = declaration.bind().canonical() == null
                ? ""
                : " of " + declaration.bind().text();
        String setting = located.setting() == null ? "" : ", from " + located.setting();
        String from = located.layer() == null ? "" : setting + " " + layer(located.layer());
        return names.print(claim.by()) + " claims " + claim.protocol() + " " + claim.ports() + where + " as ports."
                + declaration.name() + from;
    }

    /** A layer of settings, with its preposition. */
    static String layer(String layer) {
        return switch (layer) {
            case "include" -> "of its include";
            case "default" -> "by default";
            default -> (layer.startsWith("rule:") ? "by " : "at ") + layer;
        };
    }

    private String fix(Located located) {
        Claim claim = located.claim();
        String setting = located.setting();
        return setting != null && claim.host().startsWith("host:")
                ? "set settings." + setting + " on " + claim.host() + " to another port"
                : "give one of them another number, such as ports."
                        + claim.declaration().name() + " = \"auto\" in den.aspects." + aspect(claim.by())
                        + ", or another address to bind";
    }

    private static String aspect(String service) {
        int end = Math.min(index(service, '['), index(service, '@'));
        return service.substring("service:".length(), end);
    }

    private static int index(String text, char c) {
        int index = text.indexOf(c);
        return index < 0 ? text.length() : index;
    }

    /** A port that has to leave the number it had. */
    Finding displaced(String host, Displaced displaced, @Nullable Integer now) {
        Wanted wanted = displaced.wanted();
        Claim by = displaced.by();
        String moves = now == null ? "" : ", so it moves to " + now;
        Place place = by.declaration().location();
        return Finding.of(
                        FindingId.PORT_DISPLACED,
                        "Port " + displaced.from() + " of " + names.print(wanted.by()) + " (ports."
                                + wanted.declaration().name() + ") on " + host + " is now claimed by "
                                + names.print(by.by()) + moves + ".")
                .subject(wanted.by())
                .at(wanted.declaration().location())
                .related(
                        place == null
                                ? List.of()
                                : List.of(new Related(
                                        names.print(by.by()) + " claims " + by.protocol() + " " + by.ports()
                                                + " as ports."
                                                + by.declaration().name(),
                                        place)))
                .fix("run fairlead lock, or give " + names.print(by.by()) + " another number")
                .build();
    }

    /** The ports of a host for which no number is left, or null if there are none. */
    @Nullable
    Finding exhausted(String host, Allocation allocation, PortRange range) {
        if (allocation.exhausted().isEmpty()) {
            return null;
        }
        var related = new ArrayList<Related>();
        if (autoRange != null) {
            related.add(new Related("the range", autoRange));
        }
        List<Wanted> without = allocation.exhausted();
        return Finding.of(
                        FindingId.PORT_EXHAUSTED,
                        "No port from " + range.first() + " to " + range.last() + " is free on " + host + " for "
                                + without.stream()
                                        .map(each -> names.print(each.by()) + " (ports."
                                                + each.declaration().name() + ")")
                                        .collect(Collectors.joining(", "))
                                + ".")
                .subject(host)
                .at(without.getFirst().declaration().location())
                .related(related)
                .fix("widen den.fleet.ports.auto")
                .build();
    }
}
