package dev.fairlead.diagram.diff;

import dev.fairlead.diagram.diff.Difference.BackendChange;
import dev.fairlead.diagram.diff.Difference.ConsumerChange;
import dev.fairlead.diagram.diff.Difference.CoverageChange;
import dev.fairlead.diagram.diff.Difference.EdgeChange;
import dev.fairlead.diagram.diff.Difference.ItemChange;
import dev.fairlead.diagram.diff.Difference.Kind;
import dev.fairlead.diagram.diff.Difference.OutputChange;
import dev.fairlead.diagram.diff.Difference.PortChange;
import dev.fairlead.diagram.diff.Difference.Rebinding;
import dev.fairlead.diagram.diff.Difference.ScopeChange;
import dev.fairlead.diagram.diff.Difference.ServiceChange;
import dev.fairlead.diagram.diff.Difference.SettingChange;
import dev.fairlead.diagram.diff.Difference.Size;
import dev.fairlead.diagram.diff.Difference.WaveChange;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.resolution.Resolution;
import dev.fairlead.fleet.resolution.Resolution.Scope;
import dev.fairlead.fleet.resolution.Resolution.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Compares two resolutions, part by part, once it is known which service of one is which of the other. */
final class Comparison {
    private final Resolution before;
    private final Resolution after;
    private final Identity identity;

    Comparison(Resolution before, Resolution after) {
        this.before = before;
        this.after = after;
        this.identity = Identity.of(before, after);
    }

    Difference difference() {
        // No part needs another, but for the last ones. These two take half of the time.
        var connections = CompletableFuture.supplyAsync(this::connections);
        var values = CompletableFuture.supplyAsync(() -> new SettingComparison(before, after, identity).changes());
        var sharing = new SharingComparison(before.coordination(), after.coordination(), identity);
        var reasons = new ReasonComparison(before, after, identity);
        List<ServiceChange> services = new ServiceComparison(after, identity).changes();
        List<PortChange> ports = sharing.ports();
        List<ItemChange> items = sharing.items();
        List<ConsumerChange> consumers = sharing.consumers();
        List<CoverageChange> coverage = sharing.coverage();
        List<BackendChange> backends = sharing.backends();
        List<OutputChange> outputs = new OutputComparison(before, after, identity).changes(backends);
        Connections connected = connections.join();
        List<Rebinding> rebound = connected.rebound();
        List<SettingChange> settings = values.join();

        Effects effects = connected.effects();
        effects.services(services);
        effects.bindings(rebound);
        effects.settings(settings);
        effects.ports(ports);
        effects.items(items);
        effects.consumers(consumers);
        effects.coverage(coverage);
        effects.outputs(outputs);
        return new Difference(
                size(before),
                size(after),
                scopes(),
                services,
                reasons.excluded(),
                connected.edges(),
                rebound,
                settings,
                ports,
                items,
                consumers,
                coverage,
                backends,
                reasons.rules(),
                waves(),
                outputs,
                notAmong(keys(before, true), after, false),
                notAmong(keys(after, false), before, true),
                effects.affected());
    }

    /** What is different between services that need each other, and who would feel a change. */
    private record Connections(List<EdgeChange> edges, List<Rebinding> rebound, Effects effects) {}

    private Connections connections() {
        var bindings = new BindingComparison(before, after, identity);
        return new Connections(bindings.edges(), bindings.rebound(), new Effects(before, after, identity));
    }

    private static Size size(Resolution resolution) {
        long hosts = resolution.scopes().stream()
                .filter(scope -> scope.kind().equals("host"))
                .count();
        long errors = resolution.findings().stream().filter(Finding::isError).count();
        return new Size(resolution.fleet(), resolution.services().size(), (int) hosts, (int) errors);
    }

    private List<ScopeChange> scopes() {
        var now = new HashMap<String, Scope>();
        after.scopes().forEach(scope -> now.put(scope.id(), scope));
        var changes = new ArrayList<ScopeChange>();
        for (Scope was : before.scopes()) {
            String id = identity.now(was.id());
            Scope is = now.remove(id);
            if (is == null) {
                changes.add(new ScopeChange(Kind.REMOVED, was.id(), null, List.of()));
                continue;
            }
            List<String> attributes = attributes(was, is);
            if (!id.equals(was.id())) {
                changes.add(new ScopeChange(Kind.RENAMED, was.id(), id, attributes));
            } else if (!attributes.isEmpty()) {
                changes.add(new ScopeChange(Kind.CHANGED, id, id, attributes));
            }
        }
        after.scopes().stream()
                .filter(scope -> now.containsKey(scope.id()))
                .forEach(scope -> changes.add(new ScopeChange(Kind.ADDED, null, scope.id(), List.of())));
        return changes;
    }

    private List<String> attributes(Scope was, Scope is) {
        var names = new ArrayList<String>();
        if (!Objects.equals(was.parent() == null ? null : identity.now(was.parent()), is.parent())) {
            names.add("parent");
        }
        if (!was.imports().stream().map(identity::now).toList().equals(is.imports())) {
            names.add("imports");
        }
        if (!was.tags().equals(is.tags())) {
            names.add("tags");
        }
        var data = new TreeSet<>(was.data().keySet());
        data.addAll(is.data().keySet());
        data.removeIf(name -> Objects.equals(was.data().get(name), is.data().get(name)));
        names.addAll(data);
        return names;
    }

    private List<WaveChange> waves() {
        var changes = new ArrayList<WaveChange>();
        for (Service is : after.services()) {
            Service was = identity.before(is.id());
            if (was != null && !Objects.equals(was.wave(), is.wave())) {
                changes.add(new WaveChange(is.id(), was.wave(), is.wave()));
            }
        }
        return changes;
    }

    private Map<List<String>, Integer> keys(Resolution resolution, boolean was) {
        Map<List<String>, Integer> keys = new HashMap<>();
        resolution.findings().forEach(finding -> keys.merge(key(finding, was), 1, Integer::sum));
        return keys;
    }

    /** The findings whose keys are not among the others, each as often as that. */
    private List<Finding> notAmong(Map<List<String>, Integer> others, Resolution resolution, boolean was) {
        return resolution.findings().stream()
                .filter(finding -> others.merge(key(finding, was), -1, Integer::sum) < 0)
                .toList();
    }

    /** What makes a finding the same one; not its place. */
    private List<String> key(Finding finding, boolean was) {
        String subject = String.valueOf(finding.subject());
        return List.of(finding.id().text(), was ? identity.now(subject) : subject, finding.message());
    }
}
