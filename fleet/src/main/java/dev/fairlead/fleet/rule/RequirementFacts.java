package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.require.Binding;
import dev.fairlead.fleet.rule.RuleFact.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Requirements as facts, those that come from inclusions left out: nobody wrote them. */
final class RequirementFacts implements Function<World, List<RuleFact>> {
    private final Observer observer;

    RequirementFacts(Observer observer) {
        this.observer = observer;
    }

    @Override
    public List<RuleFact> apply(World world) {
        var facts = new ArrayList<RuleFact>();
        for (Map.Entry<DeployedService, List<Binding>> entry :
                world.snapshot().outcome().bindings().entrySet()) {
            RuleFact service = world.service(entry.getKey().id());
            for (Binding binding : entry.getValue()) {
                if (service != null && !binding.inclusion()) {
                    facts.add(fact(service, binding));
                }
            }
        }
        return facts;
    }

    private RuleFact fact(RuleFact service, Binding binding) {
        Topic bound = new Topic(Topic.Kind.BINDING, binding.require().capability(), null);
        Home home = service.home();
        FactFields fields = new FactFields()
                .text("service", service.id())
                .text("capability", binding.require().capability())
                .text("cardinality", binding.require().cardinality().text())
                .value(
                        "state",
                        observer.watched(
                                bound, FactFields.string(binding.state().name().toLowerCase(Locale.ROOT))))
                .value(
                        "bound",
                        observer.watched(
                                bound,
                                FactFields.strings(binding.bound().stream()
                                        .map(found -> found.datum().id())
                                        .toList())))
                .text("host", ServiceFacts.name(home.host()));
        return RuleFact.of(
                World.REQUIREMENT,
                service,
                binding.writtenAs(),
                fields,
                binding.require().location());
    }
}
