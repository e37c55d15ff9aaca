package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.claim.ClaimedPorts.Collision;
import dev.fairlead.fleet.claim.PortClaims.Host;
import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.Coordination.PortClaim;
import dev.fairlead.fleet.resolution.ServiceNames;
import dev.fairlead.fleet.setting.SettingOrigin;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The stratum of claims. {@link #numbers} can be asked as soon as services are known, by whatever computes with a number;
 * {@link #ports} computes all of them.
 */
public final class Claims {
    private static final Comparator<PortClaim> ORDER = Comparator.comparing(PortClaim::host)
            .thenComparingInt(PortClaim::from)
            .thenComparingInt(PortClaim::to)
            .thenComparing(PortClaim::protocol)
            .thenComparing(PortClaim::by)
            .thenComparing(PortClaim::name);

    private final Map<String, DeployedService> services = new HashMap<>();
    private final Findings findings = new Findings();
    private final ClaimFindings words;
    private final PortClaims ports;
    private final StaleLock stale;
    private final SettingOrigins settings;
    private final AllocatedPorts allocated;

    /** What claims are made in. */
    public record Setting(
            Places places, EvaluationFindings errors, Arguments arguments, SettingOrigins settings, Policy policy) {}

    /**
     * @param services sorted by id
     * @param incomplete true if services may be missing because of an error
     */
    public Claims(
            Declarations declarations,
            List<DeployedService> services,
            Setting setting,
            Locked locked,
            boolean incomplete) {
        var names = new ServiceNames(services.stream().map(DeployedService::id).toList());
        services.forEach(service -> this.services.put(service.id(), service));
        AutoRange auto = AutoRange.of(declarations, setting, findings);
        this.settings = setting.settings();
        this.allocated = new AllocatedPorts(setting.policy());
        this.words = new ClaimFindings(names, auto.location());
        var facets = new PortFacets(setting.arguments(), setting.places(), setting.errors(), findings);
        this.ports = new PortClaims(services, facets::of, locked.lock(), auto.range(), incomplete, allocated, words);
        this.stale = new StaleLock(locked, names, incomplete);
        if (locked instanceof Locked.Unreadable(Finding unreadable)) {
            findings.add(unreadable);
        }
    }

    /** The argument {@code ports} of a service's functions. */
    public Value numbers(DeployedService service) {
        return ports.argument(service);
    }

    /** All claims on ports, and which of them collide. To be called once. */
    public ClaimedPorts ports() {
        var claims = new ArrayList<PortClaim>();
        var collisions = new ArrayList<Collision>();
        for (String id : ports.hosts()) {
            Host host = ports.on(id);
            var written = new HashMap<Claim, PortClaim>();
            host.claims().forEach(claim -> written.put(claim, written(located(claim))));
            claims.addAll(written.values());
            for (List<Claim> group : Collisions.among(host.claims())) {
                collisions.add(collision(group, written));
            }
            for (Allocation.Displaced displaced : host.allocation().displaced()) {
                Integer now = host.allocation().ports().get(displaced.wanted());
                findings.add(words.displaced(id, displaced, now));
            }
            if (host.exhausted() != null) {
                findings.add(host.exhausted());
            }
            stale.add(host.allocation());
        }
        Finding note = stale.finding();
        if (note != null) {
            findings.add(note);
        }
        claims.sort(ORDER);
        return new ClaimedPorts(claims, collisions);
    }

    private static Collision collision(List<Claim> group, Map<Claim, PortClaim> written) {
        List<String> ports =
                ContestedPorts.of(group).stream().map(PortRange::toString).toList();
        return new Collision(
                group.stream().map(written::get).filter(Objects::nonNull).toList(), ports);
    }

    /** What was found; complete once {@link #ports} was called. */
    public List<Finding> findings() {
        return findings.sorted();
    }

    private Located located(Claim claim) {
        PortDeclaration declaration = claim.declaration();
        if (declaration.rule() != null) {
            return new Located(claim, declaration.rule(), null, declaration.location());
        }
        SettingOrigin origin = declaration.settings().size() == 1
                ? settings.of(service(claim), declaration.settings().getFirst())
                : null;
        if (origin == null) {
            return new Located(claim, null, null, declaration.location());
        }
        return new Located(
                claim,
                origin.layer(),
                origin.path(),
                origin.location() == null ? declaration.location() : origin.location());
    }

    private DeployedService service(Claim claim) {
        DeployedService service = services.get(claim.by());
        if (service == null) {
            throw new IllegalStateException(claim.by());
        }
        return service;
    }

    private static PortClaim written(Located located) {
        Claim claim = located.claim();
        PortDeclaration declaration = claim.declaration();
        String host = claim.host();
        return new PortClaim(
                host.startsWith("host:") ? host.substring("host:".length()) : host,
                declaration.name(),
                claim.protocol(),
                claim.ports().first(),
                claim.ports().last(),
                declaration.bind().text(),
                declaration.open(),
                claim.by(),
                claim.isAutomatic() ? "auto" : "fixed",
                located.setting(),
                located.layer(),
                located.location());
    }
}
