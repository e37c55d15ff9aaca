package dev.fairlead.fleet.contract;

import dev.fairlead.fleet.declare.Declarations;
import dev.fairlead.fleet.declare.EvaluationFindings;
import dev.fairlead.fleet.declare.Findings;
import dev.fairlead.fleet.declare.Places;
import dev.fairlead.fleet.deploy.Context;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Doubt;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.require.Binding;
import dev.fairlead.fleet.require.Outcome;
import dev.fairlead.fleet.setting.Schemas;
import dev.fairlead.nix.value.Value;
import java.util.List;
import java.util.Map;

/** Lets both sides of every binding read what the other says. */
public final class Wiring {
    private final Outcome outcome;
    private final Sides sides;
    private final WiringArguments given;
    private final EvaluationFindings errors;
    private final Findings findings = new Findings();

    /** Where evaluation happens, and how what it runs into is told. */
    public record Setting(Value lib, Places places, EvaluationFindings errors) {}

    /** @param known what was found before; some of it may be why nobody knows whether a requirement is met */
    public Wiring(Declarations declarations, Outcome outcome, List<Finding> known, Setting setting) {
        this.outcome = outcome;
        this.errors = setting.errors();
        var schemas = new Schemas(setting.lib(), declarations.references(), setting.places(), errors);
        var contracts = new Contracts(
                declarations.registries().contracts(),
                schemas,
                Context.of(Map.of("lib", setting.lib())),
                setting.places(),
                errors,
                findings);
        sides = new Sides(contracts, schemas, setting.places());
        given = new WiringArguments(outcome, sides, Doubt.cause(known));
    }

    /** The argument {@code bindings} of a service's functions. */
    public Value bindings(DeployedService service) {
        return given.bindings(service);
    }

    /** The argument {@code requests} of a service's functions. */
    public Value requests(DeployedService service) {
        return given.requests(service);
    }

    /** What a service gives to those it provides a capability for; a cell. */
    public Value result(DeployedService service, Provide provide) {
        return sides.result(service, provide).value();
    }

    /** All that is wrong with contracts, requests and results; computes all of them. */
    public List<Finding> findings() {
        outcome.bindings().forEach((service, bindings) -> {
            for (Provide provide : service.meta().provides()) {
                sides.result(service, provide)
                        .check(failure -> errors.finding(failure, service.id(), provide.location()), findings);
            }
            for (Binding binding : bindings) {
                if (!binding.inclusion()) {
                    sides.request(service, binding.require())
                            .check(
                                    failure -> errors.finding(
                                            failure,
                                            service.id(),
                                            binding.require().location()),
                                    findings);
                }
            }
        });
        return findings.sorted();
    }
}
