package dev.fairlead.fleet.resolve;

import dev.fairlead.fleet.channel.Channels.Flow;
import dev.fairlead.fleet.declare.Declarations.ScopeDeclaration;
import dev.fairlead.fleet.deploy.Arguments;
import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.require.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the {@link ContentReader}s of each host. Linear in the services. */
final class ContentReaders {
    private final Outcome outcome;

    private ContentReaders(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Those of all hosts, by name; the hosts are left out of which a service imports another scope or service, whose items
     * it sees by that. To be asked once everything is computed, content included.
     */
    static Map<String, List<ContentReader>> of(
            List<DeployedService> services, Outcome outcome, Flow flow, Arguments arguments) {
        var search = new ContentReaders(outcome);
        var channels = new HashMap<String, Set<String>>();
        flow.channels()
                .forEach((name, channel) -> channel.consumers()
                        .forEach(consumer -> channels.computeIfAbsent(consumer.service(), key -> new HashSet<>())
                                .add(name)));
        var readers = new HashMap<String, List<ContentReader>>();
        var importing = new HashSet<String>();
        for (DeployedService service : services) {
            ScopeDeclaration host = outcome.graph().enclosing(service, "host");
            if (host != null) {
                if (search.imports(service, host)) {
                    importing.add(host.name());
                }
                Set<String> read = channels.getOrDefault(service.id(), Set.of());
                if (!read.isEmpty() || arguments.contentReaders().contains(service)) {
                    readers.computeIfAbsent(host.name(), key -> new ArrayList<>())
                            .add(new ContentReader(service, arguments, read));
                }
            }
        }
        readers.keySet().removeAll(importing);
        return readers;
    }

    private boolean imports(DeployedService service, ScopeDeclaration host) {
        return !outcome.imports().getOrDefault(service, List.of()).isEmpty()
                || !service.scope().imports().isEmpty()
                || !host.imports().isEmpty()
                || service.brings().stream()
                        .anyMatch(brought -> brought.service().instance() != null);
    }
}
