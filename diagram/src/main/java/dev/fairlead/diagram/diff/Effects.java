package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Affected;
import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.OutputChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.fleet.Coordination.Channel;
import dev.fairlead.fleet.Resolution;
import dev.fairlead.fleet.Resolution.Requirement;
import dev.fairlead.fleet.Resolution.Scope;
import dev.fairlead.fleet.Resolution.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changes come to: the services that are different by them, and the outputs that these have content for. */
final class Effects {
    private final Resolution after;
    private final Identity identity;
    private final Reach reach;
    private final Map<String, ServiceChange> services = new LinkedHashMap<>();
    private final Map<String, Service> were = new HashMap<>();
    private final Map<String, Service> are = new HashMap<>();

    Effects(Resolution before, Resolution after, Identity identity) {
        this.after = after;
        this.identity = identity;
        this.reach = new Reach(before, after, identity);
        before.services().forEach(service -> were.put(service.id(), service));
        after.services().forEach(service -> are.put(service.id(), service));
    }

    void services(List<ServiceChange> changes) {
        for (ServiceChange change : changes) {
            services.put(change.id(), change);
            reach.add(change.id());
            reach.addHostOf(change.before() == null ? null : were.get(change.before()));
        }
    }

    void bindings(List<Rebinding> changes) {
        changes.forEach(change -> reach.add(change.service()));
    }

    void settings(List<SettingChange> changes) {
        changes.forEach(reach::add);
    }

    void ports(List<PortChange> changes) {
        for (PortChange change : changes) {
            reach.add(change.before());
            reach.add(change.after());
        }
    }

    /** A reader of an item that is another is different too. */
    void items(List<ItemChange> changes) {
        Map<String, Set<String>> producers = new HashMap<>();
        for (ItemChange change : changes) {
            reach.add(change.service());
            producers.computeIfAbsent(change.channel(), _ -> new HashSet<>()).add(change.service());
        }
        producers.forEach((name, changed) -> {
            Channel channel = after.coordination().channels().get(name);
            if (channel != null) {
                channel.consumers().stream()
                        .filter(consumer -> consumer.from().stream().anyMatch(changed::contains))
                        .forEach(consumer -> reach.add(consumer.service()));
            }
        });
    }

    void consumers(List<ConsumerChange> changes) {
        changes.forEach(change -> reach.add(change.service()));
    }

    void coverage(List<CoverageChange> changes) {
        changes.stream()
                .filter(change -> !Objects.equals(change.stateBefore(), change.stateAfter()))
                .forEach(change -> reach.add(change.service()));
    }

    /** Whoever has content for the class, in the scope that chose or inside. */
    void backends(List<BackendChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, @Nullable String> parents = new HashMap<>();
        for (Scope scope : after.scopes()) {
            parents.put(scope.id(), scope.parent());
        }
        Map<String, Set<String>> routed = new HashMap<>();
        changes.forEach(change ->
                routed.computeIfAbsent(change.scope(), _ -> new TreeSet<>()).add(change.routed()));
        for (Service service : after.services()) {
            String scope = service.scope();
            for (int depth = 0; scope != null && depth <= parents.size(); depth++) {
                if (routed.getOrDefault(scope, Set.of()).stream().anyMatch(service.classes()::contains)) {
                    reach.add(service.id());
                }
                scope = parents.get(scope);
            }
        }
    }

    Affected affected() {
        return reach.affected();
    }

    /** The outputs of services that are different, and of those that are bound to what a provider offers otherwise. */
    List<OutputChange> outputs() {
        var outputs = new OutputComparison();
        var different = new TreeSet<>(reach.changed());
        for (Service service : after.services()) {
            if (service.requires().stream().anyMatch(this::isOtherwise)) {
                different.add(service.id());
            }
        }
        for (String id : different) {
            Service is = are.get(id);
            Service was = is == null ? were.get(id) : identity.before(id);
            outputs.add(was, was == null ? "" : identity.now(was.scope()), is);
        }
        return outputs.changes();
    }

    /** A provider that is elsewhere is read as one: its host is part of what it is to others. */
    private boolean isOtherwise(Requirement requirement) {
        for (String id : requirement.bound()) {
            ServiceChange provider = services.get(id);
            if (provider != null
                    && (provider.kind() == Kind.MOVED
                            || provider.kind() == Kind.RENAMED
                            || provider.attributes().contains("provides." + requirement.capability()))) {
                return true;
            }
        }
        return false;
    }
}
