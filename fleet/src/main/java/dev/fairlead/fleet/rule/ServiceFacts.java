package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.rule.RuleFact.Home;
import dev.fairlead.fleet.select.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Services as facts. */
final class ServiceFacts implements Function<World, List<RuleFact>> {
    private final Observer observer;

    ServiceFacts(Observer observer) {
        this.observer = observer;
    }

    @Override
    public List<RuleFact> apply(World world) {
        var facts = new ArrayList<RuleFact>();
        for (DeployedService service : world.snapshot().services()) {
            RuleFact scope = world.scope(service.scope().id());
            if (scope != null) {
                facts.add(fact(service, scope, world));
            }
        }
        return facts;
    }

    private RuleFact fact(DeployedService service, RuleFact scope, World world) {
        String id = service.id();
        Fact seen = world.snapshot().facts().of(service);
        Home around = scope.home();
        return new RuleFact(
                World.SERVICE,
                id,
                service.aspect(),
                new Home(id, around.scope(), around.host(), around.environment(), service.location()),
                observer.tags(seen, id),
                observer.watched(
                        seen.fields(),
                        Map.of(
                                "provides", new Topic(Topic.Kind.OFFER, null, id),
                                "requires", new Topic(Topic.Kind.NEED, null, id),
                                "tags", new Topic(Topic.Kind.TAG, null, id),
                                "settings", new Topic(Topic.Kind.SETTING, null, around.within()))),
                scope,
                List::of);
    }

    /** The name in a scope's id, or null. */
    static @Nullable String name(@Nullable String scope) {
        return scope == null ? null : scope.substring(scope.indexOf(':') + 1);
    }
}
