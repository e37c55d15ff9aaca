package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.rule.RuleFact.Home;
import dev.fairlead.nix.value.AttrsValue;
import dev.fairlead.nix.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
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
        var tags = new LinkedHashSet<String>(scope.unseenTags());
        world.snapshot().policy().of(Change.Tag.class, id).forEach(change -> tags.add(change.tag()));
        var provides = new TreeSet<String>();
        service.meta().provides().stream().map(Provide::capability).forEach(provides::add);
        var requires = new TreeSet<String>();
        service.meta().requires().stream().map(Require::capability).forEach(requires::add);
        Value settings = service.context().argument("settings");
        FactFields fields = new FactFields()
                .text("aspect", service.aspect())
                .text("instance", service.instance())
                .text("user", scope.kind().equals("user") ? scope.name() : null)
                .text("host", name(scope.home().host()))
                .text("environment", scope.home().environment())
                .value("provides", watched(Topic.Kind.OFFER, id, FactFields.strings(provides)))
                .value("requires", watched(Topic.Kind.NEED, id, FactFields.strings(requires)))
                .value("tags", watched(Topic.Kind.TAG, id, FactFields.strings(tags)))
                .value(
                        "settings",
                        watched(Topic.Kind.SETTING, scope.id(), settings == null ? AttrsValue.EMPTY : settings))
                .value("meta", service.data("meta"))
                .value("state", service.data("state"));
        return new RuleFact(
                World.SERVICE,
                id,
                service.aspect(),
                new Home(id, scope.id(), scope.home().host(), scope.home().environment(), service.location()),
                new Tags(tags, id, observer),
                fields.build(World.SERVICE, id, service.aspect(), AttrsValue.EMPTY),
                scope,
                List::of);
    }

    private Value watched(Topic.Kind kind, String where, Value cell) {
        return observer.watched(new Topic(kind, null, where), cell);
    }

    /** The name in a scope's id, or null. */
    static @Nullable String name(@Nullable String scope) {
        return scope == null ? null : scope.substring(scope.indexOf(':') + 1);
    }
}
