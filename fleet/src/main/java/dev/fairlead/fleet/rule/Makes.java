package dev.fairlead.fleet.rule;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.DeployedService.Brought;
import dev.fairlead.fleet.deploy.Meta.Provide;
import dev.fairlead.fleet.deploy.Meta.Require;
import dev.fairlead.fleet.policy.Change;
import dev.fairlead.fleet.policy.Policy;
import dev.fairlead.fleet.resolution.Resolution.Inclusion;
import dev.fairlead.fleet.rule.Topic.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of rules amount to, seen in the world they led to: an include makes a service, whatever that brings,
 * and all that those provide, require and claim.
 */
final class Makes {
    /**
     * What one rule made.
     *
     * @param topics what there is more of, or is otherwise than before
     * @param taken what there is less of
     * @param services the ids of services that are there by it, perhaps not by it alone
     */
    record Made(Topics topics, Topics taken, Set<String> services) {
        Made() {
            this(new Topics(), new Topics(), new HashSet<>());
        }
    }

    private final World world;
    private final Map<String, List<DeployedService>> included = new HashMap<>();
    private final Map<String, DeployedService> services = new HashMap<>();

    private Makes(World world) {
        this.world = world;
        for (DeployedService service : world.snapshot().services()) {
            services.put(service.id(), service);
            for (Inclusion inclusion : service.includedBy()) {
                if (inclusion.by().startsWith("rule:")) {
                    included.computeIfAbsent(inclusion.by(), key -> new ArrayList<>())
                            .add(service);
                }
            }
        }
    }

    /**
     * Adds what the rules of a policy made.
     *
     * @param world the fleet under that policy
     * @param without what the fleet is without the excludes of a rule; only asked for rules that exclude
     */
    static void record(Policy policy, World world, Function<String, World> without, Map<String, Made> into) {
        boolean deploys = policy.changes().stream().anyMatch(change -> !(change instanceof Change.Tag));
        Makes makes = deploys ? new Makes(world) : null;
        var excluding = new HashSet<String>();
        var including = new HashSet<String>();
        for (Change change : policy.changes()) {
            String rule = change.because().rule();
            Made made = into.computeIfAbsent(rule, key -> new Made());
            if (makes == null || change instanceof Change.Tag) {
                tag((Change.Tag) change, world, made);
            } else if (change instanceof Change.Exclude) {
                if (excluding.add(rule)) {
                    makes.taken(without.apply(rule), made);
                }
            } else if (change instanceof Change.Include) {
                if (including.add(rule)) {
                    makes.included(change.because().layer(), made);
                }
            } else {
                makes.changed(change, made);
            }
        }
    }

    private static void tag(Change.Tag change, World world, Made made) {
        RuleFact scope = world.scope(change.target());
        boolean single = scope == null || scope.home().host() != null;
        made.topics().add(new Topic(Kind.TAG, change.tag(), single ? change.target() : null));
    }

    private void included(String layer, Made made) {
        Deque<DeployedService> queue = new ArrayDeque<>(included.getOrDefault(layer, List.of()));
        while (!queue.isEmpty()) {
            DeployedService service = queue.remove();
            if (made.services().add(service.id())) {
                describe(service, world, made.topics());
                for (Brought brought : service.brings()) {
                    queue.add(brought.service());
                }
            }
        }
    }

    private void taken(World before, Made made) {
        for (DeployedService service : before.snapshot().services()) {
            if (!services.containsKey(service.id())) {
                describe(service, before, made.taken());
            }
        }
    }

    private static void describe(DeployedService service, World world, Topics topics) {
        String host = host(service.scope().id(), world);
        topics.add(new Topic(Kind.SERVICE, service.aspect(), host));
        provided(service.aspect(), host, topics);
        for (Provide provide : service.meta().provides()) {
            provided(provide.capability(), host, topics);
        }
        for (Require require : service.meta().requires()) {
            topics.add(new Topic(Kind.REQUIREMENT, require.capability(), host));
        }
        if (service.facet("ports") != null) {
            topics.add(new Topic(Kind.PORT, null, host));
        }
    }

    private static void provided(String capability, @Nullable String host, Topics topics) {
        topics.add(new Topic(Kind.CAPABILITY, capability, host));
        topics.add(new Topic(Kind.BINDING, capability, null));
    }

    private static @Nullable String host(String scope, World world) {
        RuleFact fact = world.scope(scope);
        return fact == null ? null : fact.home().host();
    }

    private void changed(Change change, Made made) {
        Topics topics = made.topics();
        DeployedService service = services.get(change.target());
        String host = host(service == null ? change.target() : service.scope().id(), world);
        switch (change) {
            case Change.Provide provide -> {
                provided(provide.capability(), host, topics);
                topics.add(new Topic(Kind.OFFER, provide.capability(), provide.target()));
            }
            case Change.Require require -> {
                topics.add(new Topic(Kind.REQUIREMENT, require.capability(), host));
                topics.add(new Topic(Kind.NEED, require.capability(), require.target()));
            }
            case Change.Bind bind -> topics.add(new Topic(Kind.BINDING, bind.capability(), null));
            case Change.Assign assign -> {
                topics.add(new Topic(Kind.SETTING, null, host));
                topics.add(new Topic(Kind.PORT, null, host));
            }
            case Change.Allocate allocate -> topics.add(new Topic(Kind.PORT, null, host));
            case Change.Backend _, Change.Tag _, Change.Include _, Change.Exclude _ -> {}
        }
    }
}
