package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.declare.FindingException;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.require.Binding;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.AttrsBuilder;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Deferred;
import dev.fairlead.nix.value.EvalException;
import dev.fairlead.nix.value.ListValue;
import dev.fairlead.nix.value.NullValue;
import dev.fairlead.nix.value.StringValue;
import dev.fairlead.nix.value.Symbol;
import dev.fairlead.nix.value.Value;
import dev.fairlead.scope.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The arguments {@code bindings} and {@code requests} as a function of a service gets them. */
final class WiringArguments {
    private static final Symbol SERVICE = Symbol.of("service");
    private static final Symbol HOST = Symbol.of("host");
    private static final Symbol ASPECT = Symbol.of("aspect");
    private static final Symbol RESULT = Symbol.of("result");
    private static final Symbol VALUE = Symbol.of("value");

    private final Outcome outcome;
    private final Sides sides;
    private final @Nullable Finding doubt;
    private final Map<Provided, Value> provided = new HashMap<>();
    private @Nullable Map<Provided, List<Binding>> asked;

    private record Provided(DeployedService provider, String capability) {}

    /** @param doubt what could not be read, for requirements of which nobody knows whether they are met */
    WiringArguments(Outcome outcome, Sides sides, @Nullable Finding doubt) {
        this.outcome = outcome;
        this.sides = sides;
        this.doubt = doubt;
    }

    /**
     * {@code bindings}: for each capability that the service requires, whom it is bound to. A requirement of an instance
     * that it includes is called {@code aspect[instance]} where the aspect alone would mean several.
     */
    Value bindings(DeployedService service) {
        List<Binding> all = outcome.bindings().getOrDefault(service, List.of());
        var bindings = new AttrsBuilder(all.size());
        for (Binding binding : all) {
            if (!binding.inclusion()) {
                add(bindings, binding.require().capability(), binding);
            }
        }
        for (Binding binding : all) {
            if (binding.inclusion()) {
                add(bindings, binding.require().capability(), binding);
                for (Found<DeployedService> found : binding.bound()) {
                    if (found.datum().instance() != null) {
                        add(
                                bindings,
                                binding.require().capability() + "["
                                        + found.datum().instance() + "]",
                                binding);
                    }
                }
            }
        }
        return bindings.build();
    }

    private void add(AttrsBuilder bindings, String name, Binding binding) {
        Symbol symbol = Symbol.of(Bytes.encode(name));
        if (!bindings.contains(symbol)) {
            bindings.add(symbol, new Deferred(() -> bound(binding)));
        }
    }

    private Value bound(Binding binding) {
        Require require = binding.require();
        Value[] providers = binding.bound().stream()
                .map(found -> provided(found.datum(), require.capability()))
                .toArray(Value[]::new);
        return switch (binding.state()) {
            case BOUND, OPTIONAL, CYCLE ->
                switch (require.cardinality()) {
                    case MANY, SOME -> new ListValue(providers);
                    case ONE, OPTIONAL -> providers.length == 0 ? NullValue.NULL : providers[0];
                };
            case MISSING, AMBIGUOUS, UNKNOWN -> throw unmet(binding);
        };
    }

    /** What was reported of the requirement already, so that its readers report nothing new. */
    private EvalException unmet(Binding binding) {
        Finding reason = outcome.unmet().getOrDefault(binding, doubt);
        return reason != null
                ? new FindingException(reason, 0)
                : new EvalException(
                        EvalException.Kind.OTHER,
                        Bytes.encode("nobody knows who provides " + binding.writtenAs() + " to "
                                + binding.service().id()));
    }

    /** {@code { service; host; aspect; result; } // result}. */
    private Value provided(DeployedService provider, String capability) {
        return provided.computeIfAbsent(
                new Provided(provider, capability),
                key -> new Deferred(() -> {
                    Value result = result(provider, capability);
                    var about = new AttrsBuilder(8);
                    if (result.force() instanceof AttrsValue fields) {
                        for (int i = 0; i < fields.size(); i++) {
                            about.add(fields.name(i), fields.value(i), fields.position(i));
                        }
                    }
                    return about.add(SERVICE, text(provider.id()))
                            .add(HOST, host(provider))
                            .add(ASPECT, text(provider.aspect()))
                            .add(RESULT, result)
                            .build();
                }));
    }

    private Value result(DeployedService provider, String capability) {
        for (Provide provide : provider.meta().provides()) {
            if (provide.capability().equals(capability)) {
                return sides.result(provider, provide).value();
            }
        }
        return AttrsValue.EMPTY;
    }

    /** {@code requests}: for each capability that the service provides, who is bound to it, and what they ask. */
    Value requests(DeployedService service) {
        var capabilities = new TreeSet<String>();
        capabilities.add(service.aspect());
        service.meta().provides().forEach(provide -> capabilities.add(provide.capability()));
        var requests = new AttrsBuilder(capabilities.size());
        for (String capability : capabilities) {
            requests.add(Symbol.of(Bytes.encode(capability)), new Deferred(() -> requests(service, capability)));
        }
        return requests.build();
    }

    private Value requests(DeployedService service, String capability) {
        List<Binding> bound = asked().getOrDefault(new Provided(service, capability), List.of());
        return new ListValue(bound.stream()
                .map(binding -> new AttrsBuilder(3)
                        .add(SERVICE, text(binding.service().id()))
                        .add(HOST, host(binding.service()))
                        .add(
                                VALUE,
                                sides.request(binding.service(), binding.require())
                                        .value())
                        .build())
                .toArray(Value[]::new));
    }

    /** The bindings to each provider, by the id of who is bound. */
    private Map<Provided, List<Binding>> asked() {
        Map<Provided, List<Binding>> known = asked;
        if (known == null) {
            known = new HashMap<>();
            for (List<Binding> bindings : outcome.bindings().values()) {
                for (Binding binding : bindings) {
                    if (!binding.inclusion()) {
                        for (Found<DeployedService> found : binding.bound()) {
                            var key = new Provided(
                                    found.datum(), binding.require().capability());
                            known.computeIfAbsent(key, each -> new ArrayList<>())
                                    .add(binding);
                        }
                    }
                }
            }
            asked = known;
        }
        return known;
    }

    private Value host(DeployedService service) {
        ScopeDeclaration host = outcome.graph().enclosing(service, "host");
        return host == null ? NullValue.NULL : text(host.name());
    }

    private static Value text(String text) {
        return new StringValue(Bytes.encode(text));
    }
}
