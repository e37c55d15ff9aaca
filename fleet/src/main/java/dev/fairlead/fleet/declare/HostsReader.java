package dev.fairlead.fleet.declare;

import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Finds the hosts in {@code den.hosts.<system>.<name>}: one of each name. */
final class HostsReader {
    private final TreeMap<String, Host> hosts = new TreeMap<>();
    private final Collection<String> attributesOfHosts;

    /** A declared host, not read yet. */
    record Host(String name, String system, Fact fact) {}

    private HostsReader(Collection<String> attributesOfHosts) {
        this.attributesOfHosts = attributesOfHosts;
    }

    /** The hosts, sorted by name. */
    static List<Host> read(Fact hosts, ScopeKind kind) {
        var reader = new HostsReader(kind.attributes());
        hosts.attributes().stream().filter(Fact::isDefined).forEach(reader::readSystem);
        return List.copyOf(reader.hosts.values());
    }

    private void readSystem(Fact system) {
        List<Fact> declared = system.attributes();
        if (declared.stream().anyMatch(fact -> attributesOfHosts.contains(fact.name()))) {
            system.report(Finding.of(
                            FindingId.EVALUATION,
                            system + " has attributes of a host, but the hosts of a system belong there.")
                    .fix("write den.hosts.x86_64-linux." + system.name()));
            return;
        }
        declared.stream().filter(Fact::isDefined).forEach(host -> readHost(host, system.name()));
    }

    private void readHost(Fact host, String system) {
        Names.check(host, "the host");
        String name = host.name();
        String id = ScopeNames.HOST + name;
        Host first = hosts.putIfAbsent(name, new Host(name, system, host.about(id)));
        if (first != null) {
            var place = first.fact().place();
            host.about(id)
                    .report(Finding.of(
                                    FindingId.DUPLICATE_HOST,
                                    "There are two hosts " + name + ", one of " + first.system() + " and one of "
                                            + system + ".")
                            .related(
                                    place == null
                                            ? List.of()
                                            : List.of(new Related("the other is declared here", place)))
                            .fix("rename one of them"));
        }
    }
}
