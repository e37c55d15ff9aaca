package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.Affected;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.OutputChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.fleet.resolution.Coordination.Channel;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What changes come to: the services that are different by them, and whoever depends on these. */
final class Effects {
    private final Resolution after;
    private final Reach reach;
    private final Map<String, Service> were = new HashMap<>();

    Effects(Resolution before, Resolution after, Identity identity) {
        this.after = after;
        this.reach = new Reach(before, after, identity);
        before.services().forEach(service -> were.put(service.id(), service));
    }

    void services(List<ServiceChange> changes) {
        for (ServiceChange change : changes) {
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

    /** Whoever says something else. */
    void outputs(List<OutputChange> changes) {
        changes.forEach(change -> change.because().forEach(reach::add));
    }

    Affected affected() {
        return reach.affected();
    }
}
