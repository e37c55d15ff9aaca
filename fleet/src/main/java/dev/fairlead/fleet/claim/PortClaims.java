package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.claim.Allocation.Wanted;
import dev.fairlead.fleet.claim.ServicePorts.Entry;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.IntValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.Promise;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all ports, each computed when it is asked for: a fixed one by itself, an automatic one together with
 * all ports of its host.
 */
final class PortClaims {
    /** What is known of a host once its ports are. */
    record Host(
            List<Claim> claims,
            Allocation allocation,
            @Nullable Finding exhausted) {}

    private final Map<DeployedService, ServicePorts> ports = new HashMap<>();
    private final Map<String, List<DeployedService>> services = new TreeMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Function<DeployedService, ServicePorts> facets;
    private final Lock lock;
    private final PortRange range;
    private final Map<String, Set<Integer>> reserved;
    private final ClaimFindings findings;
    private final AllocatedPorts allocated;

    /**
     * @param services sorted by id
     * @param range what automatic numbers are chosen from
     * @param incomplete true if services may be missing, whose locked numbers must then be left alone
     * @param allocated what rules say of numbers
     */
    PortClaims(
            List<DeployedService> services,
            Function<DeployedService, ServicePorts> facets,
            Lock lock,
            PortRange range,
            boolean incomplete,
            AllocatedPorts allocated,
            ClaimFindings findings) {
        this.facets = facets;
        this.lock = lock;
        this.range = range;
        this.reserved = incomplete ? byHost(lock) : Map.of();
        this.findings = findings;
        this.allocated = allocated;
        for (DeployedService service : services) {
            if (service.facet("ports") != null) {
                this.services
                        .computeIfAbsent(host(service), host -> new ArrayList<>())
                        .add(service);
            }
        }
    }

    /** The id of the scope whose ports a service takes: its host, or where it is deployed if that lies on no host. */
    static String host(DeployedService service) {
        ScopeDeclaration scope = service.scope();
        String parent = scope.parent();
        return scope.kind().equals("user") && parent != null ? parent : scope.id();
    }

    /** The ids of the scopes on which ports are claimed, sorted. */
    Set<String> hosts() {
        return services.keySet();
    }

    /** The argument {@code ports} of a service's functions: the number of each of its ports, or its range. */
    Value argument(DeployedService service) {
        List<String> names = ports(service).names();
        var numbers = new AttrsBuilder(names.size());
        for (String name : names) {
            numbers.add(Symbol.of(Bytes.encode(name)), new Promise() {
                @Override
                protected Value compute() {
                    return number(service, name);
                }
            });
        }
        return numbers.build();
    }

    private ServicePorts ports(DeployedService service) {
        ServicePorts known = ports.get(service);
        if (known == null) {
            known = facets.apply(service);
            ports.put(service, known);
        }
        return known;
    }

    private Value number(DeployedService service, String name) {
        Entry entry = ports(service).entry(name);
        PortDeclaration declaration = allocated.of(service, name, entry.declaration());
        if (declaration == null) {
            if (!entry.findings().isEmpty()) {
                throw new FindingException(entry.findings().getFirst(), 0);
            }
            return NullValue.NULL;
        }
        PortRange fixed = declaration.number();
        if (fixed == null) {
            Host host = on(host(service));
            Integer chosen = host.allocation().ports().get(new Wanted(service.id(), declaration));
            if (chosen == null) {
                throw new FindingException(Objects.requireNonNull(host.exhausted()), 0);
            }
            return IntValue.of(chosen);
        }
        return fixed.first() == fixed.last() ? IntValue.of(fixed.first()) : value(fixed);
    }

    private static Value value(PortRange range) {
        return new AttrsBuilder(2)
                .add(Symbol.of("from"), IntValue.of(range.first()))
                .add(Symbol.of("to"), IntValue.of(range.last()))
                .build();
    }

    /** The ports of a host. */
    Host on(String host) {
        Host known = hosts.get(host);
        if (known == null) {
            if (!running.add(host)) {
                throw ServicePorts.recursion();
            }
            try {
                known = compute(host);
                hosts.put(host, known);
            } finally {
                running.remove(host);
            }
        }
        return known;
    }

    private Host compute(String host) {
        var claims = new ArrayList<Claim>();
        var wanted = new ArrayList<Wanted>();
        for (DeployedService service : services.getOrDefault(host, List.of())) {
            ServicePorts declared = ports(service);
            for (String name : declared.names()) {
                PortDeclaration declaration =
                        allocated.of(service, name, declared.entry(name).declaration());
                if (declaration == null) {
                    continue;
                }
                PortRange fixed = declaration.number();
                if (fixed == null) {
                    wanted.add(new Wanted(service.id(), declaration));
                } else {
                    claims.add(new Claim(service.id(), host, declaration, fixed));
                }
            }
        }
        Allocation allocation = Allocation.of(claims, wanted, lock, range, reserved(host));
        allocation
                .ports()
                .forEach((port, number) ->
                        claims.add(new Claim(port.by(), host, port.declaration(), PortRange.of(number))));
        claims.sort(Claim.ORDER);
        return new Host(List.copyOf(claims), allocation, findings.exhausted(host, allocation, range));
    }

    /** The locked numbers of each host, by what ends the ids of its services. */
    private static Map<String, Set<Integer>> byHost(Lock lock) {
        var byHost = new HashMap<String, Set<Integer>>();
        lock.ports()
                .forEach((id, names) -> byHost.computeIfAbsent(
                                id.substring(id.lastIndexOf('@') + 1), host -> new HashSet<>())
                        .addAll(names.values()));
        return byHost;
    }

    private Set<Integer> reserved(String host) {
        String ending = host.startsWith("host:") ? host.substring("host:".length()) : host;
        return reserved.getOrDefault(ending, Set.of());
    }
}
